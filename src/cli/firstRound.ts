import type { HouseEvent } from '../jobs/house.ts';
import type { Io } from './io.ts';
import { progress } from './progress.ts';

/**
 * Shows on a terminal how far the first round is, below whatever else is written meanwhile; elsewhere nothing.
 * Everything that writes to the terminal must use the `io` that is returned.
 */
export function firstRound(io: Io): { readonly io: Io; report(event: HouseEvent): void } {
  if (!io.progress) return { io, report() {} };
  const bar = progress(io.progress);
  let feeds = 0;
  let read = 0;
  const redraw = () => {
    if (read < feeds) bar.show(read, feeds, 'feeds read, first round');
  };
  const above = <Result>(write: () => Result): Result => {
    if (read < feeds) bar.clear();
    const result = write();
    redraw();
    return result;
  };
  return {
    io: { ...io, out: (text) => above(() => io.out(text)), err: (text) => above(() => io.err(text)) },
    report(event) {
      if (event.is === 'begun' && read === 0) feeds = event.feeds;
      if (event.is === 'fetched' || event.is === 'unchanged' || event.is === 'failed') read += 1;
      if (event.is === 'round') feeds = 0;
      if (feeds === 0 || read > feeds) return;
      if (read === feeds) bar.clear();
      else redraw();
    },
  };
}
