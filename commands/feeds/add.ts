import { ownFeeds, placeKey } from '../../src/answers/feedsOf.ts';
import { undoButton } from '../../src/answers/undo.ts';
import type { Command } from '../../src/command.ts';
import { inWords } from '../../src/words/sentence.ts';
import { type Message, sentence } from '../../src/message.ts';

export const add: Command = {
  name: 'add',
  description: 'Read another feed; the address of a page is enough',
  options: [
    { type: 'text', name: 'address', description: 'The address of a feed or of a page that has one' },
  ],
  access: 'admins',
  audience: 'chat',
  async run(context): Promise<Message> {
    const { call, newsroom, words, press } = context;
    const address = String(call.options['address'] ?? '').trim();
    if (address === '') {
      const label = words.say('feeds.askAddress');
      return {
        ...sentence(label),
        ask: { label, press: press('feeds add', {}, { ask: { option: 'address', label } }) },
      };
    }
    const most = newsroom.limits.feeds;
    if ((await ownFeeds(call, newsroom)).length >= most)
      return sentence(words.spans('feeds.limit', { most }));
    const tried = await newsroom.tryFeed(address);
    if (tried.is === 'unreadable')
      return sentence(words.say('feeds.unreadable', { address, reason: inWords(tried.reason, words) }));
    const { feed, others, items } = tried;
    if ((await newsroom.feeds()).some(({ id }) => id === feed.id))
      return sentence(words.say('feeds.known', { title: feed.title }));
    await newsroom.addFeed({ ...feed, addedIn: placeKey(call) });
    const found = items.filter(({ finding }) => finding.partnership).length;
    return {
      blocks: [
        { is: 'text', spans: words.spans('feeds.added', { title: feed.title, items: items.length, found }) },
      ],
      actions: [
        [
          undoButton(context, { removeFeeds: [feed.id] }),
          { is: 'button', label: words.say('feeds.test'), press: press('feeds test', { address: feed.url }) },
        ],
        ...(others.length > 0
          ? [
              [
                {
                  is: 'menu' as const,
                  label: words.say('feeds.others'),
                  choices: others.slice(0, 10).map((other) => ({
                    label: other.title,
                    press: press('feeds add', { address: other.url }),
                  })),
                },
              ],
            ]
          : []),
      ],
    };
  },
};
