import TinyQueue from 'tinyqueue';
import type { Pace } from '../pace.ts';
import { metre } from './pace/metre.ts';
import { slidingWindow, type Window } from './pace/window.ts';

export type Next<Item> =
  /** This chat may be written to now; the line is all that waits for it, oldest first. */
  | { readonly is: 'turn'; readonly chat: string; readonly line: readonly Item[] }
  | { readonly is: 'wait'; readonly ms: number }
  /** Nothing can begin before something is put or ends. */
  | { readonly is: 'idle' };

/**
 * Lines of what waits to be sent, one a chat. Within a chat the oldest comes first and one is under way at a time;
 * between chats that turn comes first which has been possible longest, so a chat with much to say delays no other.
 * Pure but for its own memory: every instant is the caller's, from a clock that only goes forward.
 */
export interface Lines<Item> {
  put(chat: string, item: Item, now: number): void;
  next(now: number): Next<Item>;
  /** Ends a turn; what was `gone` of its line does not wait any more. */
  end(chat: string, gone: readonly Item[], now: number): void;
  /** Nothing to this chat before `until`. */
  hold(chat: string, until: number): void;
  /** Nothing to anybody before `until`, and then one alone at first, to see whether the platform is well again. */
  holdAll(until: number): void;
  /** The platform is well. */
  release(): void;
  /** How many wait for a chat. */
  length(chat: string): number;
  /** Everything that waits leaves. */
  clear(): readonly Item[];
}

interface Line<Item> {
  readonly chat: string;
  readonly windows: readonly Window[];
  items: Item[];
  heldUntil: number;
  state: 'idle' | 'queued' | 'busy';
}

interface Place {
  readonly chat: string;
  readonly readyAt: number;
  readonly order: number;
}

const sweepEvery = 1_000;

export function lines<Item>(pace: Pick<Pace, 'overall' | 'atOnce' | 'limitsOf'>): Lines<Item> {
  const { atOnce = Number.POSITIVE_INFINITY } = pace;
  const byChat = new Map<string, Line<Item>>();
  const queue = new TinyQueue<Place>([], (a, b) => a.readyAt - b.readyAt || a.order - b.order);
  const overall = slidingWindow(pace.overall);
  const evenly = metre(pace.overall);
  let heldUntil = Number.NEGATIVE_INFINITY;
  let probing = false;
  let underWay = 0;
  let order = 0;

  const lineOf = (chat: string): Line<Item> => {
    const found = byChat.get(chat);
    if (found) return found;
    const windows = pace.limitsOf(chat).map(slidingWindow);
    const made: Line<Item> = {
      chat,
      windows,
      items: [],
      heldUntil: Number.NEGATIVE_INFINITY,
      state: 'idle',
    };
    byChat.set(chat, made);
    return made;
  };
  const readyAt = ({ windows, heldUntil: held }: Line<Item>, now: number): number =>
    Math.max(now, held, ...windows.map((window) => window.freeAt(now)));
  const enqueue = (line: Line<Item>, now: number): void => {
    order += 1;
    line.state = 'queued';
    // Chats unheard of for long would otherwise stay in memory for good.
    if (order % sweepEvery === 0) sweep(now);
    queue.push({ chat: line.chat, readyAt: readyAt(line, now), order });
  };
  const sweep = (now: number): void => {
    for (const [chat, line] of byChat) {
      const quiet = line.state === 'idle' && line.items.length === 0 && line.heldUntil <= now;
      if (quiet && line.windows.every((window) => window.isClear(now))) byChat.delete(chat);
    }
  };
  const platformFreeAt = (now: number): number =>
    underWay >= (probing ? 1 : atOnce)
      ? Number.POSITIVE_INFINITY
      : Math.max(heldUntil, overall.freeAt(now), evenly.freeAt(now));
  const wait = (until: number, now: number): Next<Item> =>
    until === Number.POSITIVE_INFINITY ? { is: 'idle' } : { is: 'wait', ms: until - now };

  return {
    put(chat, item, now) {
      const line = lineOf(chat);
      line.items.push(item);
      if (line.state === 'idle') enqueue(line, now);
    },
    next(now) {
      for (;;) {
        const place = queue.peek();
        const line = place && byChat.get(place.chat);
        if (!place || !line) return { is: 'idle' };
        const free = Math.max(place.readyAt, platformFreeAt(now));
        if (free > now) return wait(free, now);
        queue.pop();
        // It may have been held since it took its place.
        if (readyAt(line, now) > now) {
          enqueue(line, now);
          continue;
        }
        line.state = 'busy';
        underWay += 1;
        evenly.begin(now);
        for (const window of [overall, ...line.windows]) window.begin();
        return { is: 'turn', chat: line.chat, line: line.items };
      }
    },
    end(chat, gone, now) {
      const line = lineOf(chat);
      underWay -= 1;
      for (const window of [overall, ...line.windows]) window.end(now);
      const left = new Set(gone);
      line.items = line.items.filter((item) => !left.has(item));
      if (line.items.length === 0) line.state = 'idle';
      else enqueue(line, now);
    },
    hold(chat, until) {
      const line = lineOf(chat);
      line.heldUntil = Math.max(line.heldUntil, until);
    },
    holdAll(until) {
      heldUntil = Math.max(heldUntil, until);
      probing = true;
    },
    release() {
      probing = false;
    },
    length: (chat) => byChat.get(chat)?.items.length ?? 0,
    clear: () => [...byChat.values()].flatMap((line) => line.items.splice(0)),
  };
}
