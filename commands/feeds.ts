import { knownFeeds } from '../src/answers/feedsOf.ts';
import type { Command, FeedHealth } from '../src/command.ts';
import { type Block, span, type Spans } from '../src/message.ts';
import { inWords } from '../src/words/sentence.ts';
import { add } from './feeds/add.ts';
import { exportFeeds } from './feeds/export.ts';
import { importFeeds } from './feeds/import.ts';
import { list } from './feeds/list.ts';
import { packs } from './feeds/packs.ts';
import { pause, remove, resume } from './feeds/remove.ts';
import { test } from './feeds/test.ts';

const shownFailures = 15;

const health: Command = {
  name: 'health',
  description: 'Show which feeds are in trouble, and why',
  options: [],
  access: 'everyone',
  audience: 'caller',
  async run({ call, newsroom, words, now }) {
    const all = await newsroom.feeds();
    const failing = all.filter(({ failures }) => failures > 0);
    const waiting = all.filter(({ failures, lastOkAt }) => failures === 0 && lastOkAt === undefined);
    const values = {
      well: all.length - failing.length - waiting.length,
      failing: failing.length,
      waiting: waiting.length,
    };
    const trouble = ({ title, url, lastError, lastOkAt, failures }: FeedHealth): Spans => {
      const facts = [
        words.say('feeds.inARow', { failures }),
        ...(lastOkAt === undefined
          ? []
          : [words.say('feeds.lastOk', { when: words.relative(lastOkAt, now) })]),
      ];
      const what = inWords(lastError ?? { say: 'reason.unknown' }, words);
      return [
        ...words.spans('list.named', { name: span(title, { bold: true, href: url }), what }),
        span(` (${facts.join(', ')})`),
      ];
    };
    const known = (await knownFeeds(call, newsroom)).filter(({ failures }) => failures > 0);
    const shown = known.slice(0, shownFailures);
    const hidden = failing.length - shown.length;
    const blocks: Block[] = [
      { is: 'heading', spans: words.spans('feeds.title', { count: all.length }) },
      { is: 'text', spans: words.spans('feeds.health', values) },
    ];
    if (shown.length > 0) blocks.push({ is: 'list', items: shown.map(trouble) });
    if (hidden > 0) blocks.push({ is: 'note', spans: words.spans('feeds.more', { count: hidden }) });
    return { blocks };
  },
};

export const feeds: Command = {
  ...health,
  name: 'feeds',
  description: 'Show which feeds I read; add, test, pause or remove some',
  subcommands: [list, health, add, test, remove, pause, resume, packs, importFeeds, exportFeeds],
};
