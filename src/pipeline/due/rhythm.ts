import type { Rhythm } from '../../model.ts';

/** What a feed document says of when to ask again, as the parser gives it. */
export interface Hints {
  readonly ttlMinutes?: number;
  readonly updatePeriodMs?: number;
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly number[];
  /** When its items were published, in any order. */
  readonly publishedAt?: readonly number[];
}

const minuteMs = 60_000;
const latest = 20;

/** Words and habits of a feed, reduced to what the next poll depends on. */
export function rhythm(hints: Hints, now: number): Rhythm {
  const { ttlMinutes = 0, updatePeriodMs = 0, skipHours = [], skipDays = [] } = hints;
  const everyMs = Math.max(ttlMinutes * minuteMs, updatePeriodMs);
  // Dates of the future are embargoes or mistakes: no habit shows in them.
  const dates = (hints.publishedAt ?? []).filter((at) => at <= now).toSorted((a, b) => b - a);
  const [newestAt] = dates;
  const gapMs = medianGap(dates.slice(0, latest));
  return {
    ...(everyMs > 0 ? { everyMs } : {}),
    // Whoever skips every hour or day says nothing that can be obeyed.
    ...(isPart(skipHours, 24) ? { skipHours } : {}),
    ...(isPart(skipDays, 7) ? { skipDays } : {}),
    ...(gapMs === undefined ? {} : { gapMs }),
    ...(newestAt === undefined ? {} : { newestAt }),
  };
}

function isPart(skipped: readonly number[], all: number): boolean {
  const distinct = new Set(skipped.filter((one) => Number.isInteger(one) && one >= 0 && one < all)).size;
  return distinct > 0 && distinct < all;
}

function medianGap(newestFirst: readonly number[]): number | undefined {
  const gaps = newestFirst
    .slice(1)
    .map((at, index) => (newestFirst[index] ?? at) - at)
    .toSorted((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)];
}
