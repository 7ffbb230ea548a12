import { ownFeeds, placeKey } from '../../src/answers/feedsOf.ts';
import { undoButton } from '../../src/answers/undo.ts';
import type { Command, Context } from '../../src/command.ts';
import { largestFile, type Message, sentence, span, type Spans } from '../../src/message.ts';
import type { Feed } from '../../src/model.ts';
import { inWords } from '../../src/words/sentence.ts';

const atOnce = 8;
const progressMs = 2_000;
const shownFailures = 8;

export const importFeeds: Command = {
  name: 'import',
  description: 'Add the feeds of an OPML file, each after reading it once',
  options: [{ type: 'file', name: 'file', description: 'An OPML file' }],
  access: 'admins',
  audience: 'chat',
  async run(context): Promise<Message> {
    const { call, newsroom, words } = context;
    if (!call.file) return sentence(words.spans('import.noFile'));
    const file = await call.file();
    if (!file) return sentence(words.say('import.large', { megabytes: largestFile / 1_000_000 }));
    const { bytes, name } = file;
    const read = newsroom.opml.read(new TextDecoder().decode(bytes));
    if (!read.ok)
      return sentence(words.say('import.unreadable', { name, reason: inWords(read.reason, words) }));
    const known = new Set((await newsroom.feeds()).map(({ id }) => id));
    const fresh = read.feeds.filter(({ id }) => !known.has(id));
    const room = newsroom.limits.feeds - (await ownFeeds(call, newsroom)).length;
    const { added, failures } = await tryAll(fresh.slice(0, Math.max(0, room)), context);
    const left = fresh.length - Math.max(0, room);
    return {
      blocks: [
        {
          is: 'text',
          spans: words.spans('import.done', {
            added: added.length,
            known: read.feeds.length - fresh.length,
            failed: failures.length,
          }),
        },
        ...(failures.length > 0 ? [{ is: 'list', items: failures.slice(0, shownFailures) } as const] : []),
        ...(left > 0
          ? [
              {
                is: 'note',
                spans: words.spans('feeds.limit', { most: newsroom.limits.feeds }),
              } as const,
            ]
          : []),
      ],
      actions: added.length > 0 ? [[undoButton(context, { removeFeeds: added.map(({ id }) => id) })]] : [],
    };
  },
};

/** Reads every feed once, some at a time, and adds those that can be read; says how far it is meanwhile. */
async function tryAll(feeds: readonly Feed[], { call, newsroom, words }: Context) {
  const added: Feed[] = [];
  const failures: Spans[] = [];
  const waiting = [...feeds];
  let shownAt = Date.now();
  const one = async (): Promise<void> => {
    for (let feed = waiting.shift(); feed; feed = waiting.shift()) {
      const tried = await newsroom.tryFeed(feed.url);
      if (tried.is === 'read') {
        const kept = { ...feed, addedIn: placeKey(call) };
        await newsroom.addFeed(kept);
        added.push(kept);
      } else {
        const name = span(feed.title, { href: feed.url });
        failures.push(words.spans('list.named', { name, what: inWords(tried.reason, words) }));
      }
      const done = added.length + failures.length;
      if (call.progress && Date.now() - shownAt > progressMs && waiting.length > 0) {
        shownAt = Date.now();
        await call.progress(sentence(words.say('import.progress', { done, all: feeds.length })));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { added, failures };
}
