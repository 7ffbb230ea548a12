import { companyKey } from '../stories/companyKey.ts';
import type { Archive } from '../stories/archive.ts';

const freshMs = 60_000;
const mostStories = 5_000;
const mostNames = 25;

/** Names of companies that begin with, or have in them, what is typed; the most told of first. */
export function companyNames(archive: Archive, now: () => number): (typed: string) => readonly string[] {
  let ranked: readonly (readonly [key: string, name: string])[] = [];
  let madeAt = Number.NEGATIVE_INFINITY;

  function names() {
    if (now() - madeAt < freshMs) return ranked;
    const counts = new Map<string, { name: string; count: number }>();
    for (const { partners } of archive.latest({ count: mostStories })) {
      for (const name of partners) {
        const key = companyKey(name);
        const known = counts.get(key) ?? { name, count: 0 };
        known.count += 1;
        counts.set(key, known);
      }
    }
    madeAt = now();
    ranked = [...counts]
      .toSorted(([, a], [, b]) => b.count - a.count)
      .map(([key, { name }]) => [key, name] as const);
    return ranked;
  }
  return (typed) => {
    const wanted = typed.trim() === '' ? '' : companyKey(typed);
    const begin = names().filter(([key]) => key.startsWith(wanted));
    const within = names().filter(([key]) => !key.startsWith(wanted) && key.includes(wanted));
    return [...begin, ...within].slice(0, mostNames).map(([, name]) => name);
  };
}
