import MiniSearch from 'minisearch';
import type { Story } from '../../src/model.ts';
import { begin } from '../../src/pipeline/group/grow.ts';
import { deals, dice } from './synthetic.ts';

export interface MiniSearchTimings {
  readonly loadMs: number;
  readonly megabytes: number;
  readonly twoWordsMs: number;
  readonly misspeltMs: number;
}

const rounds = 100;

/** The same stories and questions in MiniSearch, the most used search in memory for Node. */
export function miniSearch(count: number): MiniSearchTimings {
  const kept = Array.from(deals(count, 1_500), ({ article, finding }) =>
    JSON.stringify(begin(article, finding, article.text.slice(0, 300))),
  );
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const start = process.cpuUsage();
  const stories = kept.map((text) => JSON.parse(text) as Story);
  const index = new MiniSearch<Story>({
    fields: ['headline', 'summary', 'partners'],
    extractField: (story, field) =>
      field === 'partners' ? story.partners.join(' ') : story[field as 'headline'],
  });
  index.addAll(stories);
  const { user, system } = process.cpuUsage(start);
  globalThis.gc?.();
  const megabytes = (process.memoryUsage().rss - before) / 2 ** 20;
  const roll = dice(11);
  const word = (): string => {
    const words = stories[Math.floor(roll() * stories.length)]?.headline.split(' ') ?? [];
    return words.at(-1 - Math.floor(roll() * 4)) ?? '';
  };
  return {
    loadMs: (user + system) / 1_000,
    megabytes,
    twoWordsMs: median(() => index.search(`${word()} ${word()}`, { combineWith: 'AND', prefix: true })),
    misspeltMs: median(() => index.search(word().replace(/(?<=^..)./u, 'q'), { fuzzy: 0.2 })),
  };
}

function median(ask: () => unknown): number {
  const took = Array.from({ length: rounds }, () => {
    const start = performance.now();
    ask();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return took[rounds / 2] ?? 0;
}
