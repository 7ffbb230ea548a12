import type { Command, FeedHealth } from '../src/command.ts';
import { type Block, span } from '../src/message.ts';

const shownFailures = 15;

export const feeds: Command = {
  name: 'feeds',
  description: 'Show which feeds I read and which of them are in trouble',
  options: [],
  access: 'everyone',
  audience: 'caller',
  async run({ newsroom }) {
    const all = await newsroom.feeds();
    const failing = all.filter(({ failures }) => failures > 0);
    const waiting = all.filter(({ failures, lastOkAt }) => failures === 0 && lastOkAt === undefined);
    const well = all.length - failing.length - waiting.length;
    const facts = [`${well} read well`, `${failing.length} in trouble`, `${waiting.length} not read yet`];
    const blocks: Block[] = [
      { is: 'heading', spans: [span(`${all.length} feeds`)] },
      { is: 'text', spans: [span(facts.join(' · '))] },
    ];
    if (failing.length > 0) blocks.push({ is: 'list', items: failing.slice(0, shownFailures).map(trouble) });
    const hidden = failing.length - shownFailures;
    if (hidden > 0) blocks.push({ is: 'note', spans: [span(`and ${hidden} more in trouble`)] });
    return { blocks };
  },
};

const trouble = (feed: FeedHealth) => [
  span(feed.title, { bold: true, href: feed.url }),
  span(`: ${feed.lastError ?? 'no reason known'} (${feed.failures} in a row)`),
];
