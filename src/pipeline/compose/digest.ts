import { cut, type Message, type Spans, span } from '../../message.ts';
import type { Story } from '../../model.ts';
import { primaryFirst } from '../../stories/primarySource.ts';
import type { Words } from '../../words/words.ts';
import { kindAndStage } from './kindAndStage.ts';

export interface Digest {
  readonly message: Message;
  /** Those of the stories that the message has room for, best first. */
  readonly told: readonly Story[];
}

/**
 * Both platforms take about 4,000 characters, and Discord counts the addresses of links as well. What is told again
 * may have grown since, by the number of its outlets.
 */
const room = { new: 3_600, again: 4_000 } as const;
const longestHeadline = 140;
const longestPartners = 80;

/** One message that tells many stories briefly, best first: those that many outlets told, then the surest, then the newest. */
export function composeDigest(
  stories: readonly Story[],
  words: Words,
  when: keyof typeof room = 'new',
): Digest {
  const ranked = stories.toSorted(
    (a, b) =>
      outlets(b) - outlets(a) ||
      b.confidence - a.confidence ||
      b.firstSeenAt - a.firstSeenAt ||
      a.id.localeCompare(b.id),
  );
  const told: Story[] = [];
  const items: Spans[] = [];
  let left: number = room[when];
  for (const story of ranked) {
    const item = entry(story, words);
    left -= item.reduce((sum, { text, href = '' }) => sum + text.length + href.length + 8, 0);
    if (left < 0 && told.length > 0) break;
    told.push(story);
    items.push(item);
  }
  const heading = words.say('trending.stories', { count: told.length });
  return {
    message: {
      blocks: [
        { is: 'heading', spans: [span(heading)] },
        { is: 'list', items },
      ],
    },
    told,
  };
}

function entry(story: Story, words: Words): Spans {
  const { headline, partners, kind, stage, sources } = story;
  const url = primaryFirst(story)[0]?.url ?? '';
  const others = outlets({ sources }) - 1;
  return [
    span(cut(headline, longestHeadline), url === '' ? {} : { href: url }),
    span(` · ${kindAndStage(kind, stage, words)}`),
    ...(partners.length === 0 ? [] : [span(` · ${cut(partners.join(' × '), longestPartners)}`)]),
    ...(others > 0 ? [span(` · ${words.say('post.outlets', { count: others + 1 })}`, { italic: true })] : []),
  ];
}

const outlets = ({ sources }: Pick<Story, 'sources'>): number =>
  new Set(sources.map(({ outlet }) => outlet)).size;
