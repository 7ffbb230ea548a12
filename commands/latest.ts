import type { Command } from '../src/command.ts';
import { type Block, sentence, span } from '../src/message.ts';
import type { Story } from '../src/model.ts';
import type { Words } from '../src/words/words.ts';

const defaultCount = 5;

export const latest: Command = {
  name: 'latest',
  description: 'Show the latest partnerships, of one company if you name it',
  options: [
    { type: 'text', name: 'company', description: 'A company, such as Xiaomi' },
    { type: 'integer', name: 'count', description: 'How many stories (1 to 10)', min: 1, max: 10 },
  ],
  access: 'everyone',
  audience: 'chat',
  async run({ call, newsroom, words, now }) {
    const company = call.options['company']?.toString();
    const count = Number(call.options['count'] ?? defaultCount);
    const stories = await newsroom.latest({ count, ...(company === undefined ? {} : { company }) });
    if (stories.length === 0) {
      return sentence(
        company === undefined ? words.say('latest.none') : words.say('latest.noneOf', { company }),
      );
    }
    const title =
      company === undefined ? words.say('latest.title') : words.say('latest.titleOf', { company });
    const heading: Block = { is: 'heading', spans: [span(title)] };
    return { blocks: [heading, { is: 'list', items: stories.map((story) => entry(story, words, now)) }] };
  },
};

function entry(story: Story, words: Words, now: number) {
  const [first] = story.sources;
  const outlet = first?.outlet ?? '';
  const more = story.sources.length - 1;
  const facts = [
    story.partners.join(' × '),
    more > 0 ? words.say('story.andMore', { outlet, more }) : outlet,
    words.relative(story.firstSeenAt, now),
  ];
  return [
    span(story.headline, { bold: true, ...(first?.url ? { href: first.url } : {}) }),
    span(`\n${facts.filter((fact) => fact !== '').join(' · ')}`),
  ];
}
