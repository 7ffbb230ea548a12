const everyMs = 10_000;
const againMs = 50;

/** Deletes a slice of expired entries; true when there may be more. */
export type Prune = () => boolean | Promise<boolean>;

/**
 * Deletes expired entries a slice at a time, so that nobody waits long for it.
 * @returns stops it.
 */
export const pruning = (prunes: () => Iterable<Prune>): (() => void) => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const prune = async (): Promise<void> => {
    let more = false;
    try {
      for (const slice of prunes()) more = (await slice()) || more;
    } catch {
      // Expired entries are invisible anyway, and the next write meets the same disk and can say so to its caller.
    }
    if (!stopped) plan(more ? againMs : everyMs);
  };
  const plan = (inMs: number): void => {
    timer = setTimeout(() => void prune(), inMs).unref();
  };
  plan(everyMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
};
