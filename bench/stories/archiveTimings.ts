import { type Archive, archive } from '../../src/stories/archive.ts';
import type { Story } from '../../src/model.ts';
import { begin } from '../../src/pipeline/group/grow.ts';
import { deals, dice } from './synthetic.ts';

const day = 86_400_000;

export interface Timing {
  readonly question: string;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly worstMs: number;
}

/** Loads `count` stories as the shelf keeps them and asks each question some hundred times. */
export function archiveTimings(count: number): {
  loadMs: number;
  megabytes: number;
  timings: readonly Timing[];
} {
  const kept = Array.from(deals(count, 1_500), ({ article, finding }) =>
    JSON.stringify(begin(article, finding, article.text.slice(0, 300))),
  );
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const start = process.cpuUsage();
  const stories = archive(kept.map((text) => JSON.parse(text) as Story));
  const { user, system } = process.cpuUsage(start);
  const loadMs = (user + system) / 1_000;
  globalThis.gc?.();
  const megabytes = (process.memoryUsage().rss - before) / 2 ** 20;
  return { loadMs, megabytes, timings: questions(stories).map(([name, ask]) => timed(name, ask)) };
}

function questions(stories: Archive): [string, () => unknown][] {
  const roll = dice(11);
  const all = stories.all();
  const some = (): Story => all[Math.floor(roll() * all.length)] as Story;
  const partner = (): string => some().partners[0] ?? '';
  const words = (): string[] => some().headline.split(' ');
  const word = (): string => words().at(-1 - Math.floor(roll() * 4)) ?? '';
  const until = all.at(-1)?.firstSeenAt ?? 0;
  const page = { count: 10 };
  return [
    ['latest', () => stories.latest(page)],
    [
      'latest of a company and kind',
      () => stories.latest({ ...page, company: partner(), kinds: ['supply'] }),
    ],
    ['latest that nothing matches', () => stories.latest({ ...page, languages: ['xx'] })],
    ['search for a word', () => stories.search(word(), page)],
    ['search for the beginning', () => stories.search(word().slice(0, 3), page)],
    ['search for two words', () => stories.search(`${word()} ${word()}`, page)],
    ['search misspelt', () => stories.search(word().replace(/(?<=^..)./u, 'q'), page)],
    ['search for a company', () => stories.search(partner(), page)],
    ['company', () => stories.company(partner())],
    ['company names', () => stories.companies(partner().slice(0, 2), 25)],
    ['between', () => stories.between(partner(), partner())],
    ['trends of 90 days', () => stories.trends({ since: until - 90 * day, until }, 10)],
    ['notes', () => stories.notes(some())],
    ['put', () => stories.put(some())],
  ];
}

const rounds = 300;

function timed(question: string, ask: () => unknown): Timing {
  const took = Array.from({ length: rounds }, () => {
    const start = performance.now();
    ask();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  const at = (share: number): number => took[Math.min(rounds - 1, Math.floor(share * rounds))] ?? 0;
  return { question, medianMs: at(0.5), p99Ms: at(0.99), worstMs: at(1) };
}
