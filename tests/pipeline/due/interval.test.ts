import { describe, expect, it } from 'vitest';
import type { FeedState } from '../../../src/model.ts';
import { afterPoll, type Hints, type Polled } from '../../../src/pipeline/due.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Tuesday noon. */
const now = Date.parse('2026-11-24T12:00:00Z');
const settings = { intervalMs: 15 * minute };
const still = () => 0;

const changed = (more: Partial<Extract<Polled, { validators: object }>> = {}): Polled => ({
  is: 'changed',
  validators: {},
  ...more,
});
const every = (gapMs: number, count = 10): Hints => ({
  publishedAt: Array.from({ length: count }, (_, at) => now - at * gapMs),
});
const waitAfter = (polled: Polled, before?: FeedState): number =>
  afterPoll(before, polled, now, still, settings).nextPollAt - now;

describe('after an answer the feed is left alone for', () => {
  it.each<[what: string, polled: Polled, ms: number]>([
    ['the interval, when it says nothing', changed(), 15 * minute],
    ['the interval, when nothing changed', { is: 'unchanged', validators: {} }, 15 * minute],
    ['its max-age', changed({ freshForMs: hour }), hour],
    ['no less than the interval', changed({ freshForMs: minute }), 15 * minute],
    ['no more than six hours', changed({ freshForMs: 30 * day }), 6 * hour],
    ['its ttl', changed({ hints: { ttlMinutes: 60 } }), hour],
    ['its update period', changed({ hints: { updatePeriodMs: 2 * hour } }), 2 * hour],
    [
      'the longest of all it says',
      changed({ freshForMs: hour, hints: { ttlMinutes: 180, updatePeriodMs: 2 * hour } }),
      3 * hour,
    ],
    ['the interval, when it is busy', changed({ hints: every(5 * minute) }), 15 * minute],
    ['half an hour, with an item every four', changed({ hints: every(4 * hour) }), 30 * minute],
    ['an hour, with an item a day', changed({ hints: every(day) }), hour],
    ['an hour, with an item a year', changed({ hints: every(365 * day) }), hour],
    [
      '25 minutes, busy but silent for ten hours',
      changed({ hints: { publishedAt: every(5 * minute).publishedAt?.map((at) => at - 10 * hour) ?? [] } }),
      25 * minute,
    ],
    ['the interval, with all items at once', changed({ hints: every(0) }), 15 * minute],
    ['the interval, with a single item of now', changed({ hints: every(0, 1) }), 15 * minute],
    [
      'the interval, with dates of the future alone',
      changed({ hints: { publishedAt: [now + day, now + 2 * day] } }),
      15 * minute,
    ],
    ['the interval, with nonsense', changed({ hints: { ttlMinutes: -5, updatePeriodMs: 0 } }), 15 * minute],
  ])('%s', (_what, polled, ms) => {
    expect(waitAfter(polled)).toBe(ms);
  });

  it('what it said when it was last read, since a 304 does not repeat it', () => {
    const read = afterPoll(undefined, changed({ hints: { ttlMinutes: 60 } }), now, still, settings);
    expect(waitAfter({ is: 'unchanged', validators: {} }, read)).toBe(hour);
  });

  it('the longest that the operator sets', () => {
    const patient = { ...settings, longestMs: day };
    expect(afterPoll(undefined, changed({ freshForMs: 30 * day }), now, still, patient).nextPollAt).toBe(
      now + day,
    );
  });
});

describe('hours and days to skip move the next poll', () => {
  it.each<[what: string, hints: Hints, next: string]>([
    ['to the hour after them', { skipHours: [12, 13] }, '2026-11-24T14:15:00Z'],
    [
      'over midnight',
      { skipHours: Array.from({ length: 23 }, (_, at) => (at + 12) % 24) },
      '2026-11-25T11:15:00Z',
    ],
    ['to the day after them', { skipDays: [2] }, '2026-11-25T00:15:00Z'],
    ['over both', { skipDays: [2, 3], skipHours: [0, 1] }, '2026-11-26T02:15:00Z'],
    ['not, when they lie elsewhere', { skipHours: [3], skipDays: [0, 6] }, '2026-11-24T12:15:00Z'],
    [
      'not, when every hour is named',
      { skipHours: Array.from({ length: 24 }, (_, at) => at) },
      '2026-11-24T12:15:00Z',
    ],
    ['not, when every day is named', { skipDays: [0, 1, 2, 3, 4, 5, 6] }, '2026-11-24T12:15:00Z'],
    ['not, when they name no hour there is', { skipHours: [-1, 99, 12.5] }, '2026-11-24T12:15:00Z'],
  ])('%s', (_what, hints, next) => {
    expect(now + waitAfter(changed({ hints }))).toBe(Date.parse(next));
  });
});
