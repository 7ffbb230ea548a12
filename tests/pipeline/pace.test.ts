import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Limit } from '../../src/pace.ts';
import { type Lines, lines } from '../../src/pipeline/pace.ts';

const overall: Limit = { most: 30, inMs: 1_000 };
const aSecond: Limit = { most: 1, inMs: 1_000 };
const aMinute: Limit = { most: 20, inMs: 60_000 };
const pace = { overall, limitsOf: (chat: string) => (chat.startsWith('g') ? [aSecond, aMinute] : [aSecond]) };

interface Arrival {
  readonly chat: string;
  readonly at: number;
}
interface Sent extends Arrival {
  readonly item: number;
  /** When the platform saw it: somewhere between its departure and its answer. */
  readonly seenAt: number;
}

/** Lets the lines out against a platform that takes a while to answer; every instant is made up. */
function simulate(
  arrivals: readonly Arrival[],
  latency: (n: number) => { readonly there: number; readonly back: number },
  prepare: (waiting: Lines<number>) => void = () => {},
): readonly Sent[] {
  const waiting = lines<number>(pace);
  prepare(waiting);
  const sent: Sent[] = [];
  const ends: { chat: string; item: number; at: number }[] = [];
  const coming = arrivals.map((one, item) => ({ ...one, item })).toSorted((a, b) => a.at - b.at);
  for (let now = 0; sent.length < arrivals.length || ends.length > 0; ) {
    while (coming[0] && coming[0].at <= now) {
      const { chat, item } = coming.shift() as (typeof coming)[number];
      waiting.put(chat, item, now);
    }
    for (const end of ends.filter(({ at }) => at <= now)) {
      ends.splice(ends.indexOf(end), 1);
      waiting.end(end.chat, [end.item], now);
    }
    const next = waiting.next(now);
    if (next.is === 'turn') {
      const [item = -1] = next.line;
      const { there, back } = latency(item);
      sent.push({ chat: next.chat, item, at: arrivals[item]?.at ?? 0, seenAt: now + there });
      ends.push({ chat: next.chat, item, at: now + there + back });
      continue;
    }
    const moments = [
      ...ends.map(({ at }) => at),
      ...(coming[0] ? [coming[0].at] : []),
      ...(next.is === 'wait' ? [now + next.ms] : []),
    ];
    if (moments.length === 0) break;
    now = Math.max(now + 0.001, Math.min(...moments));
  }
  return sent;
}

/** The most that the platform saw within any stretch of the limit's length. */
function mostWithin({ inMs }: Limit, times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(
    0,
    ...sorted.map((end, at) => sorted.slice(0, at + 1).filter((start) => start > end - inMs).length),
  );
}

const steady = () => ({ there: 10, back: 10 });
const arrivals = fc.array(
  fc.record({
    chat: fc.constantFrom('g1', 'g2', 'p1', 'p2', 'p3', ...Array.from({ length: 40 }, (_, n) => `p${n + 9}`)),
    at: fc.nat({ max: 5_000 }),
  }),
  { minLength: 1, maxLength: 150 },
);

describe('the pace', () => {
  it('never exceeds a limit as the platform sees it, whatever the jitter, and sends everything once', () => {
    fc.assert(
      fc.property(
        arrivals,
        fc.array(fc.nat({ max: 900 }), { minLength: 1, maxLength: 20 }),
        (all, jitter) => {
          const sent = simulate(all, (n) => ({
            there: jitter[n % jitter.length] ?? 0,
            back: jitter[(n * 7) % jitter.length] ?? 0,
          }));
          expect(sent.map(({ item }) => item).toSorted((a, b) => a - b)).toEqual(all.map((_, n) => n));
          expect(
            mostWithin(
              overall,
              sent.map(({ seenAt }) => seenAt),
            ),
          ).toBeLessThanOrEqual(overall.most);
          for (const [chat, posts] of Map.groupBy(sent, (one) => one.chat)) {
            for (const limit of pace.limitsOf(chat)) {
              expect(
                mostWithin(
                  limit,
                  posts.map(({ seenAt }) => seenAt),
                ),
              ).toBeLessThanOrEqual(limit.most);
            }
            const order = posts.map(({ item, at }) => ({ item, at }));
            expect(order).toEqual(order.toSorted((a, b) => a.at - b.at || a.item - b.item));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('brings a story to many chats in hardly more time than the limit takes', () => {
    const many = Array.from({ length: 3_000 }, (_, n) => ({ chat: `p${n}`, at: 0 }));
    const sent = simulate(many, steady);
    expect(sent).toHaveLength(3_000);
    expect(sent.at(-1)?.seenAt).toBeLessThan(1.1 * (3_000 / 30) * 1_000);
  });

  it('spreads posts over the second, so that no more are under way at once than the rate needs', () => {
    const many = Array.from({ length: 300 }, (_, n) => ({ chat: `p${n}`, at: 0 }));
    const times = simulate(many, steady).map(({ seenAt }) => seenAt);
    const atOnce = { most: 0, inMs: steady().there + steady().back };
    // After a rest a twentieth of a second is caught up, which makes three instead of one.
    expect(mostWithin(atOnce, times)).toBe(3);
  });

  it('has no more under way than may be repeated, however slow the answers are', () => {
    const waiting = lines<number>({ ...pace, atOnce: 2 });
    for (const n of [1, 2, 3]) waiting.put(`p${n}`, n, 0);
    expect([waiting.next(0), waiting.next(900)]).toMatchObject([{ chat: 'p1' }, { chat: 'p2' }]);
    expect(waiting.next(5_000)).toEqual({ is: 'idle' });
    waiting.end('p1', [1], 5_000);
    expect(waiting.next(5_000)).toMatchObject({ is: 'turn', chat: 'p3' });
  });

  it('lets a chat with much to say delay no other', () => {
    const flood = Array.from({ length: 200 }, () => ({ chat: 'p1', at: 0 }));
    const sent = simulate([...flood, { chat: 'p2', at: 500 }], steady);
    expect(sent.find(({ chat }) => chat === 'p2')?.seenAt).toBeLessThan(520);
  });

  it('takes turns between chats that have waited as long', () => {
    const two = Array.from({ length: 60 }, (_, n) => ({ chat: `p${Math.floor(n / 2)}`, at: 0 }));
    const first = simulate(two, steady).slice(0, 30);
    expect(new Set(first.map(({ chat }) => chat)).size).toBe(30);
  });

  it('holds the chat that asked for rest, and no other', () => {
    const sent = simulate(
      [
        { chat: 'p1', at: 0 },
        { chat: 'p2', at: 0 },
      ],
      steady,
      (waiting) => waiting.hold('p1', 17_000),
    );
    expect(sent.map(({ chat, seenAt }) => [chat, seenAt])).toEqual([
      ['p2', 10],
      ['p1', 17_010],
    ]);
  });

  it('sends one alone after the whole platform asked for rest, until that is answered well', () => {
    const waiting = lines<number>(pace);
    for (const n of [1, 2, 3]) waiting.put(`p${n}`, n, 0);
    waiting.holdAll(5_000);
    expect(waiting.next(0)).toEqual({ is: 'wait', ms: 5_000 });
    expect(waiting.next(5_000)).toMatchObject({ is: 'turn', chat: 'p1' });
    expect(waiting.next(5_000)).toEqual({ is: 'idle' });
    waiting.release();
    expect(waiting.next(5_010)).toMatchObject({ is: 'turn', chat: 'p2' });
  });

  it('goes on with many chats when the quiet ones are forgotten', () => {
    const many = Array.from({ length: 2_500 }, (_, n) => ({ chat: `p${n}`, at: n * 100 }));
    expect(simulate(many, steady)).toHaveLength(2_500);
  });
});
