import type { Limit } from '../../pace.ts';

/** How far behind its beat a line may fall and still catch up: timers run late, and time lost is lost for good. */
const catchUpMs = 50;

/**
 * Spreads what a limit allows evenly over its time (a leaky bucket), so that no more is under way at once than the
 * rate needs: only that can be repeated when the process dies.
 */
export function metre({ most, inMs }: Limit): { freeAt(now: number): number; begin(now: number): void } {
  let beat = Number.NEGATIVE_INFINITY;
  return {
    freeAt: (now) => Math.max(now, beat),
    begin(now) {
      beat = Math.max(beat, now - catchUpMs) + inMs / most;
    },
  };
}
