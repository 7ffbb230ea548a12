import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedState } from '../../src/model.ts';
import { afterPoll, isDue, notice, type Polled, pollUrl } from '../../src/pipeline/due.ts';
import { quoting } from '../said.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Tuesday noon. */
const now = Date.parse('2026-11-24T12:00:00Z');
const settings = { intervalMs: 15 * minute };
const still = () => 0;

const state = (known: Partial<FeedState> = {}): FeedState => ({
  validators: {},
  nextPollAt: now,
  failures: 0,
  ...known,
});
const changed = (more: Partial<Extract<Polled, { validators: object }>> = {}): Polled => ({
  is: 'changed',
  validators: {},
  ...more,
});
const down = quoting('The host is down.');
const failed: Polled = { is: 'failed', reason: down };
const waitAfter = (polled: Polled, before?: FeedState): number =>
  afterPoll(before, polled, now, still, settings).nextPollAt - now;

describe('isDue', () => {
  it.each<[what: string, known: FeedState | undefined, due: boolean]>([
    ['never polled', undefined, true],
    ['its time has come', state({ nextPollAt: now }), true],
    ['its time is near', state({ nextPollAt: now + 1 }), false],
    ['gone for good', state({ nextPollAt: now - day, retiredAt: now - day }), false],
    ['written while the clock ran years ahead', state({ nextPollAt: now + 900 * day }), true],
  ])('%s', (_what, known, due) => {
    expect(isDue(known, now)).toBe(due);
  });
});

describe('failures', () => {
  it.each<[before: number, ms: number]>([
    [0, 15 * minute],
    [1, 30 * minute],
    [2, hour],
    [5, 8 * hour],
    [6, 12 * hour],
    [50, 12 * hour],
    [5_000, 12 * hour],
  ])('after %i others wait ever longer, up to half a day', (failures, ms) => {
    expect(waitAfter(failed, state({ failures }))).toBe(ms);
  });

  it('are counted, dated and explained, and leave what was known', () => {
    const known = state({ validators: { etag: '"1"' }, bodyHash: 'b', lastOkAt: now - hour });
    const once = afterPoll(known, failed, now, still, settings);
    const twice = afterPoll(once, failed, now + hour, still, settings);
    expect(twice).toMatchObject({
      validators: { etag: '"1"' },
      bodyHash: 'b',
      lastOkAt: now - hour,
      failures: 2,
      failingSince: now,
      lastError: down,
    });
  });

  it('are forgotten at the next success', () => {
    const known = state({
      failures: 9,
      failingSince: now - 2 * day,
      lastError: 'x',
      troubled: true,
      bodyHash: 'b',
    });
    const healed = afterPoll(known, changed({ validators: { etag: '"2"' } }), now, still, settings);
    expect(healed).toEqual({
      validators: { etag: '"2"' },
      nextPollAt: now + 15 * minute,
      failures: 0,
      lastOkAt: now,
      bodyHash: 'b',
    });
  });
});

describe('a pause asked for by the host', () => {
  it.each<[what: string, inMs: number, ms: number]>([
    ['is kept to', 3 * hour, 3 * hour],
    ['never shortens the interval', minute, 15 * minute],
    ['of the past is no pause', -hour, 15 * minute],
  ])('%s', (_what, inMs, ms) => {
    expect(waitAfter({ is: 'throttled', retryAt: now + inMs, reason: quoting('busy') })).toBe(ms);
  });

  it('is no failure, yet a day of pauses is trouble', () => {
    const pause: Polled = { is: 'throttled', retryAt: now, reason: quoting('busy') };
    const first = afterPoll(undefined, pause, now, still, settings);
    expect(first).toMatchObject({ failures: 0, lastError: quoting('busy'), failingSince: now });
    expect(notice(first, afterPoll(first, pause, now + day, still, settings))).toBe('failing');
  });
});

describe('a feed that moved', () => {
  const feed = { url: 'http://old.example/' };
  const movedTo = 'https://new.example/';

  it('is asked at its new address from then on', () => {
    const moved = afterPoll(undefined, changed({ movedTo }), now, still, settings);
    const later = afterPoll(moved, { is: 'unchanged', validators: {} }, now, still, settings);
    expect([pollUrl(feed, undefined), pollUrl(feed, later)]).toEqual([feed.url, movedTo]);
  });

  it('is asked at its own again when the new one fails three times', () => {
    let known = state({ movedTo, validators: { etag: '"new"' }, bodyHash: 'b' });
    for (const expected of [movedTo, movedTo, feed.url]) {
      known = afterPoll(known, failed, now, still, settings);
      expect(pollUrl(feed, known)).toBe(expected);
    }
    expect(known.validators).toEqual({});
  });
});

describe('notice', () => {
  const told = (before: FeedState | undefined, polled: Polled, at = now) =>
    notice(before, afterPoll(before, polled, at, still, settings));
  const trouble = state({ failures: 9, failingSince: now - 2 * day, troubled: true });

  it.each<[what: string, before: FeedState | undefined, polled: Polled, said: string | undefined]>([
    ['the first failure is no news', undefined, failed, undefined],
    ['nor is one within a day', state({ failures: 5, failingSince: now - day + 1 }), failed, undefined],
    ['a day of failures is', state({ failures: 6, failingSince: now - day }), failed, 'failing'],
    ['but once', trouble, failed, undefined],
    ['healing is news after that', trouble, changed(), 'healed'],
    [
      'healing of what nobody heard of is not',
      state({ failures: 2, failingSince: now - hour }),
      changed(),
      undefined,
    ],
    ['the end of a feed is news', state(), { is: 'retired', reason: quoting('gone') }, 'retired'],
    ['but once', state({ retiredAt: now - day }), { is: 'retired', reason: quoting('gone') }, undefined],
    ['its return is', state({ retiredAt: now - day }), changed(), 'healed'],
    ['an answer like any other is not', state(), changed(), undefined],
  ])('%s', (_what, before, polled, said) => {
    expect(told(before, polled)).toBe(said);
  });
});

it('whatever a feed says, it is asked again between the interval and two weeks from now, and jitter only adds', () => {
  const polled = fc.oneof(
    fc.record({
      is: fc.constantFrom('changed' as const, 'unchanged' as const),
      validators: fc.constant({}),
      freshForMs: fc.double({ min: 0, max: 1e15, noNaN: true }),
      hints: fc.record({
        ttlMinutes: fc.integer(),
        updatePeriodMs: fc.integer(),
        skipHours: fc.array(fc.integer({ min: -2, max: 26 })),
        skipDays: fc.array(fc.integer({ min: -2, max: 9 })),
        publishedAt: fc.array(fc.integer({ min: -8.64e15, max: 8.64e15 })),
      }),
    }),
    fc.record({
      is: fc.constant('throttled' as const),
      retryAt: fc.integer({ min: now - day, max: now + 7 * day }),
      reason: fc.string().map(quoting),
    }),
    fc.constant(failed),
  );
  const before = fc.nat({ max: 2_000 }).map((failures) => state({ failures }));
  fc.assert(
    fc.property(before, polled, fc.double({ min: 0, max: 0.999, noNaN: true }), (known, outcome, luck) => {
      const { nextPollAt } = afterPoll(known, outcome, now, () => luck, settings);
      expect(nextPollAt - now).toBeGreaterThanOrEqual(settings.intervalMs);
      expect(nextPollAt - now).toBeLessThanOrEqual(15 * day);
    }),
  );
});
