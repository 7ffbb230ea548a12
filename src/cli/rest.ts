import type { Io } from './io.ts';

const glanceMs = 10_000;
/** Less than this in ten seconds is rest: a few feeds that have not changed. */
const restMs = 200;
/** After less work than this there is nothing worth giving back. */
const workMs = 300;

/**
 * Gives memory back to the system whenever the bot rests after work: V8 alone keeps what the busiest moment took, often
 * more than all that is in use. One collection takes a tenth of a second, when nobody waits.
 * @returns stops it.
 */
export function restful({ usage, collect }: Pick<Io, 'usage' | 'collect'>): () => void {
  let collectedAt = 0;
  let before = 0;
  const timer = setInterval(() => {
    const { cpuMs } = usage();
    const rests = cpuMs - before < restMs;
    before = cpuMs;
    if (!rests || cpuMs - collectedAt < workMs) return;
    collect();
    collectedAt = before = usage().cpuMs;
  }, glanceMs);
  timer.unref();
  return () => clearInterval(timer);
}
