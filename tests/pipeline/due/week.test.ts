import { describe, expect, it } from 'vitest';
import type { FeedState } from '../../../src/model.ts';
import { afterPoll, isDue, notice, type Polled } from '../../../src/pipeline/due.ts';
import { quoting } from '../../said.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Monday, so that the week ends with its weekend. */
const monday = Date.parse('2026-11-23T00:00:00Z');
const weekMinutes = 7 * 24 * 60;

/** The same luck in every run: a linear congruential generator (Numerical Recipes). */
function luck(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Lives through a week minute by minute, as the schedule does; `answer` plays the server. */
function week(answer: (at: number) => Polled, seed = 7) {
  const random = luck(seed);
  const polls: number[] = [];
  const notices: string[] = [];
  let state: FeedState | undefined;
  for (let at = monday; at < monday + weekMinutes * minute; at += minute) {
    if (!isDue(state, at)) continue;
    polls.push(at);
    const after = afterPoll(state, answer(at), at, random, { intervalMs: 15 * minute });
    const said = notice(state, after);
    if (said) notices.push(`${said} on day ${Math.floor((at - monday) / day)}`);
    state = after;
  }
  return {
    polls,
    notices,
    shortestGap: Math.min(...polls.slice(1).map((at, index) => at - (polls[index] ?? 0))),
  };
}

const answered = (more: object = {}): Polled => ({ is: 'changed', validators: {}, ...more });
const down: Polled = { is: 'failed', reason: quoting('down') };
/** Well but for a time that begins on Tuesday. */
const downFor =
  (ms: number) =>
  (at: number): Polled =>
    at >= monday + day && at < monday + day + ms ? down : answered();

describe('in a week', () => {
  it.each<[what: string, answer: (at: number) => Polled, least: number, most: number]>([
    ['a feed that says nothing is asked four times an hour', () => answered(), 580, 672],
    ['a feed with a ttl of an hour is asked hourly', () => answered({ hints: { ttlMinutes: 60 } }), 150, 168],
    ['a feed fresh for a year is asked four times a day', () => answered({ freshForMs: 365 * day }), 25, 28],
    [
      'a feed silent for a year is asked hourly',
      (at) => answered({ hints: { publishedAt: [at - 365 * day] } }),
      150,
      168,
    ],
    ['a feed that is down is asked some fifteen times', () => down, 14, 20],
    [
      'a host that always asks for four hours gets them',
      (at) => ({ is: 'throttled', retryAt: at + 4 * hour, reason: quoting('busy') }),
      38,
      42,
    ],
    ['a feed that is gone is asked once', () => ({ is: 'retired', reason: quoting('gone') }), 1, 1],
  ])('%s', (_what, answer, least, most) => {
    const { polls } = week(answer);
    expect(polls.length).toBeGreaterThanOrEqual(least);
    expect(polls.length).toBeLessThanOrEqual(most);
  });

  it('no feed is ever asked twice within the interval', () => {
    expect(week(() => answered()).shortestGap).toBeGreaterThanOrEqual(15 * minute);
    expect(week((at) => (at % 3 === 0 ? down : answered())).shortestGap).toBeGreaterThanOrEqual(15 * minute);
  });

  it('nights and weekends that a feed wants for itself are left to it', () => {
    const hints = { skipHours: [0, 1, 2, 3, 4, 5], skipDays: [0, 6] };
    const polls = week(() => answered({ hints })).polls.slice(1);
    const dates = polls.map((at) => new Date(at));
    expect(dates.filter((date) => date.getUTCHours() < 6)).toEqual([]);
    expect(dates.filter((date) => [0, 6].includes(date.getUTCDay()))).toEqual([]);
    expect(polls.length).toBeGreaterThan(300);
  });

  it('an outage of three days is told once, and so is its end, within half a day', () => {
    expect(week(downFor(3 * day)).notices).toEqual(['failing on day 2', 'healed on day 4']);
  });

  it('an outage of an hour is nobody’s news, and costs one poll or two', () => {
    const { notices, polls } = week(downFor(hour));
    expect(notices).toEqual([]);
    expect(polls.length).toBeGreaterThan(week(() => answered()).polls.length - 5);
  });

  it('a thousand feeds that begin together soon spread: no minute of the second day sees an eighth of them', () => {
    const perMinute = new Map<number, number>();
    for (let seed = 1; seed <= 1_000; seed += 1) {
      let state = afterPoll(undefined, answered(), monday, luck(seed * 7_919), { intervalMs: 15 * minute });
      const random = luck(seed * 104_729);
      while (state.nextPollAt < monday + 2 * day) {
        const at = Math.ceil(state.nextPollAt / minute) * minute;
        if (at >= monday + day) perMinute.set(at, (perMinute.get(at) ?? 0) + 1);
        state = afterPoll(state, answered(), at, random, { intervalMs: 15 * minute });
      }
    }
    expect(Math.max(...perMinute.values())).toBeLessThan(125);
  });
});
