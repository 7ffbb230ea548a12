import { randomUUID } from 'node:crypto';
import { underLease } from './store/lease.ts';
import type { Shelf } from './store/store.ts';

/** What only one of many processes may do at a time. */
export interface Turns {
  /** Whether another process may have had the turn before. */
  readonly among: 'one' | 'many';
  /**
   * Works while it is our turn, again whenever it comes; the signal is aborted when it ends. Resolves when the work
   * gave something, which ends it for good, or with nothing when it was stopped.
   */
  take<Result>(
    name: string,
    work: (held: AbortSignal) => Promise<Result | undefined>,
  ): Promise<Result | undefined>;
  /** Ends what is under way, and lets another process take over at once. */
  close(): Promise<void>;
}

/** Where there is no other process, it is always our turn. */
export const alwaysOurs = (): Turns => turns('one', (_name, closing, work) => work(closing));

const leaseMs = 12_000;

/** By leases on a shelf that the processes share: when one dies, another takes over after at most 14 seconds. */
export const byLease = (leases: Shelf<string>, onError: (error: unknown) => void): Turns => {
  const holder = randomUUID();
  return turns('many', (name, signal, work) =>
    underLease(leases, name, { holder, ttlMs: leaseMs, signal, onError }, work),
  );
};

function turns(
  among: Turns['among'],
  begin: <Result>(
    name: string,
    closing: AbortSignal,
    work: (held: AbortSignal) => Promise<Result | undefined>,
  ) => Promise<Result | undefined>,
): Turns {
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();
  return {
    among,
    async take(name, work) {
      const taken = begin(name, closing.signal, work);
      running.add(taken.catch(() => {}));
      return taken;
    },
    async close() {
      closing.abort();
      await Promise.all(running);
    },
  };
}
