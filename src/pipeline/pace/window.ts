import type { Limit } from '../../pace.ts';

/** Counts what a limit has seen. */
export interface Window {
  /** When the next may begin; `Infinity` when something must end first. */
  freeAt(now: number): number;
  begin(): void;
  end(now: number): void;
  /** Nothing is under way, and nothing that ended counts any more. */
  isClear(now: number): boolean;
}

/**
 * A sliding window that counts from the end of each request, and what is under way besides: the other side sees a
 * request at some moment between its beginning and its end, so no jitter on the way can make it see too many.
 */
export function slidingWindow({ most, inMs }: Limit): Window {
  const ended: number[] = [];
  let underWay = 0;

  const forget = (now: number): void => {
    while (ended[0] !== undefined && ended[0] + inMs <= now) ended.shift();
  };
  return {
    freeAt(now) {
      forget(now);
      const over = ended.length + underWay - most;
      if (over < 0) return now;
      const leaves = ended[over];
      return leaves === undefined ? Number.POSITIVE_INFINITY : leaves + inMs;
    },
    begin() {
      underWay += 1;
    },
    end(now) {
      underWay -= 1;
      ended.push(now);
    },
    isClear(now) {
      forget(now);
      return underWay === 0 && ended.length === 0;
    },
  };
}
