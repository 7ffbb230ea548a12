import type { Command } from '../src/command.ts';
import { type Block, sentence, span } from '../src/message.ts';
import type { Story } from '../src/model.ts';

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
  async run({ call, newsroom, now }) {
    const company = call.options['company']?.toString();
    const count = Number(call.options['count'] ?? defaultCount);
    const stories = await newsroom.latest({ count, ...(company === undefined ? {} : { company }) });
    if (stories.length === 0) {
      return sentence(
        company === undefined
          ? 'No partnership noticed yet. I look at my feeds every few minutes: ask again later.'
          : `No partnership of ${company} noticed yet. /latest alone shows those of everybody.`,
      );
    }
    const title = company === undefined ? 'Latest partnerships' : `Latest partnerships of ${company}`;
    const heading: Block = { is: 'heading', spans: [span(title)] };
    return { blocks: [heading, { is: 'list', items: stories.map((story) => entry(story, now)) }] };
  },
};

function entry(story: Story, now: number) {
  const [first] = story.sources;
  const others = story.sources.length - 1;
  const facts = [
    story.partners.join(' × '),
    `${first?.outlet ?? ''}${others > 0 ? ` and ${others} more` : ''}`,
    ago(now - story.firstSeenAt),
  ];
  return [
    span(story.headline, { bold: true, ...(first?.url ? { href: first.url } : {}) }),
    span(`\n${facts.filter((fact) => fact !== '').join(' · ')}`),
  ];
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'narrow' });

function ago(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 48 * 60) return relative.format(-Math.round(minutes / 60), 'hour');
  return relative.format(-Math.round(minutes / 1_440), 'day');
}
