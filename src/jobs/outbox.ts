import type { Pace } from '../pace.ts';
import { type Lines, lines } from '../pipeline/pace.ts';

/** What came of a turn. */
export interface Turned<Item> {
  /** What needs to wait no longer. */
  readonly gone: readonly Item[];
  /** The chat, or everything, is to be left alone for so long. */
  readonly rest?: { readonly of: 'chat' | 'all'; readonly ms: number };
}

/** All that waits to be sent to one platform, let out at the pace that the platform bears. */
export interface Outbox<Item> {
  put(chat: string, item: Item): void;
  /** Nothing to this chat for so long, so that what belongs together can come together. */
  gather(chat: string, ms: number): void;
  /** How many wait for a chat. */
  length(chat: string): number;
  /** Lets nothing more out; resolves with all that still waited when what is under way has ended. */
  close(): Promise<readonly Item[]>;
}

export interface OutboxOptions<Item> {
  readonly pace: Pace;
  /** Sends the first of a line, or several together. Must not reject. */
  readonly turn: (line: readonly Item[]) => Promise<Turned<Item>>;
  /** A clock that only goes forward, in milliseconds. */
  readonly clock?: () => number;
}

/** Platforms that stay away are asked later and later, and never more seldom than this. */
const longestRestMs = 5 * 60_000;
/** Timers run late; asking again a little early costs less than losing time at each turn. */
const shortestWaitMs = 1;
/** The longest that a timer knows: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const longestWaitMs = 2 ** 31 - 1;

export function outbox<Item>({
  pace,
  turn,
  clock = () => performance.now(),
}: OutboxOptions<Item>): Outbox<Item> {
  const waiting: Lines<Item> = lines(pace);
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let pumping: NodeJS.Immediate | undefined;
  let closed = false;
  /** How often in a row the whole platform asked for rest, and since when it does. */
  let rests = 0;
  let restSince = Number.NEGATIVE_INFINITY;

  function pump(): void {
    clearTimeout(timer);
    if (closed) return;
    for (;;) {
      const next = waiting.next(clock());
      if (next.is === 'idle') return;
      if (next.is === 'wait') {
        timer = setTimeout(pump, Math.min(longestWaitMs, Math.max(shortestWaitMs, next.ms)));
        return;
      }
      const begun = begin(next.chat, next.line);
      underWay.add(begun);
      void begun.then(() => underWay.delete(begun));
    }
  }

  /** Once a turn of the event loop, so that what is put together is seen together. */
  function soon(): void {
    if (pumping !== undefined) return;
    pumping = setImmediate(() => {
      pumping = undefined;
      pump();
    });
  }

  async function begin(chat: string, line: readonly Item[]): Promise<void> {
    const since = clock();
    const { gone, rest } = await turn(line);
    const now = clock();
    if (rest?.of === 'chat') waiting.hold(chat, now + rest.ms);
    if (rest?.of === 'all') restAll(rest.ms, since, now);
    else if (since >= restSince) well();
    waiting.end(chat, gone, now);
    soon();
  }

  /** Many turns fail together when a platform falls ill: only the first counts. */
  function restAll(ms: number, since: number, now: number): void {
    if (since < restSince) return;
    rests += 1;
    restSince = now;
    waiting.holdAll(now + Math.max(ms, Math.min(longestRestMs, ms * 2 ** (rests - 1))));
  }

  function well(): void {
    rests = 0;
    waiting.release();
  }

  return {
    put(chat, item) {
      waiting.put(chat, item, clock());
      soon();
    },
    gather: (chat, ms) => waiting.hold(chat, clock() + ms),
    length: waiting.length,
    async close() {
      closed = true;
      clearTimeout(timer);
      await Promise.all(underWay);
      return waiting.clear();
    },
  };
}
