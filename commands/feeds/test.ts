import type { Command } from '../../src/command.ts';
import { inWords } from '../../src/words/sentence.ts';
import { type Message, sentence, shownAddress, span } from '../../src/message.ts';

export const test: Command = {
  name: 'test',
  description: 'Read an address once and show what I would make of its newest items',
  options: [
    { type: 'text', name: 'address', description: 'The address of a feed or of a page that has one' },
  ],
  access: 'admins',
  audience: 'caller',
  async run({ call, newsroom, words, press }): Promise<Message> {
    const address = String(call.options['address'] ?? '').trim();
    if (address === '') {
      const label = words.say('feeds.askAddress');
      return {
        ...sentence(label),
        ask: { label, press: press('feeds test', {}, { ask: { option: 'address', label } }) },
      };
    }
    const tried = await newsroom.tryFeed(address);
    if (tried.is === 'unreadable')
      return sentence(words.say('feeds.unreadable', { address, reason: inWords(tried.reason, words) }));
    const { feed, items } = tried;
    return {
      blocks: [
        { is: 'heading', spans: [span(feed.title, { href: feed.url })] },
        { is: 'note', spans: [span(shownAddress(feed.url))] },
        {
          is: 'list',
          items: items.map(({ title, url, finding }) => [
            span(finding.partnership ? '✅ ' : '◻️ '),
            span(title, { bold: true, ...(url === '' ? {} : { href: url }) }),
            span(
              `\n${words.say(finding.partnership ? 'feeds.isOne' : 'feeds.isNone', { percent: words.percent(finding.confidence) })}${
                finding.partnership && finding.partners.length > 0 ? ` · ${finding.partners.join(' × ')}` : ''
              }`,
            ),
          ]),
        },
      ],
      actions: [
        [{ is: 'button', label: words.say('feeds.add'), press: press('feeds add', { address: feed.url }) }],
      ],
    };
  },
};
