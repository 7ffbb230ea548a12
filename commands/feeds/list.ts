import { ownFeeds } from '../../src/answers/feedsOf.ts';
import type { Command } from '../../src/command.ts';
import { type Action, type Message, span } from '../../src/message.ts';
import { inWords } from '../../src/words/sentence.ts';

const perPage = 15;

export const list: Command = {
  name: 'list',
  description: 'List the feeds that were added here',
  options: [],
  access: 'everyone',
  audience: 'caller',
  async run({ call, newsroom, words, press }): Promise<Message> {
    const own = (await ownFeeds(call, newsroom)).toSorted((a, b) => a.title.localeCompare(b.title));
    const all = await newsroom.feeds();
    const page = Math.max(0, Number(call.options['page'] ?? 0));
    const turn = (label: string, to: number): Action => ({
      is: 'button',
      label,
      press: press('feeds list', { page: to }),
    });
    const turns = [
      ...(page > 0 ? [turn('◀', page - 1)] : []),
      ...(own.length > (page + 1) * perPage ? [turn('▶', page + 1)] : []),
    ];
    const label = words.say('feeds.add');
    const ask = { option: 'address', label: words.say('feeds.askAddress') };
    return {
      blocks: [
        { is: 'heading', spans: words.spans('feeds.title', { count: all.length }) },
        { is: 'text', spans: words.spans('feeds.own', { count: own.length }) },
        {
          is: 'list',
          items: own
            .slice(page * perPage, (page + 1) * perPage)
            .map((feed) => [
              span(feed.title, { href: feed.url }),
              ...(feed.isPaused ? [span(` (${words.say('subscriptions.isPaused')})`)] : []),
              ...(feed.failures > 0 ? [span(` ⚠ ${inWords(feed.lastError ?? '', words)}`)] : []),
            ]),
        },
      ],
      actions: [
        ...(turns.length > 0 ? [turns] : []),
        [
          { is: 'button', label, press: press('feeds add', {}, { ask }) },
          { is: 'button', label: words.say('start.packs'), press: press('feeds packs') },
        ],
      ],
      ...(call.pressed ? { shown: 'instead' } : {}),
    };
  },
};
