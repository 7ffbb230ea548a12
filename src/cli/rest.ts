import type { Io } from './io.ts';

const glanceMs = 10_000;
/** Less than this in ten seconds is rest: a few feeds that have not changed. */
const restMs = 200;
/** After less growth than this there is nothing worth giving back. */
const growthMb = 8;

/**
 * Gives memory back to the system whenever the bot rests after work: V8 alone keeps what the busiest moment took, often
 * more than all that is in use. One collection takes a tenth of a second of the processor, when nobody waits.
 * @returns stops it.
 */
export function restful({ usage, collect }: Pick<Io, 'usage' | 'collect'>): () => void {
  let keptMb = 0;
  let before = 0;
  const timer = setInterval(() => {
    const { cpuMs, mb } = usage();
    const rests = cpuMs - before < restMs;
    before = cpuMs;
    if (!rests || mb - keptMb < growthMb) return;
    collect();
    const after = usage();
    keptMb = after.mb;
    before = after.cpuMs;
  }, glanceMs);
  timer.unref();
  return () => clearInterval(timer);
}
