import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { FrontDesk, Platform } from './platforms/platform.ts';
import { underLease } from './store/lease.ts';
import type { Shelf } from './store/store.ts';

const leaseMs = 12_000;

export interface Listening {
  /** Listens until that ended for good, which a sentence explains, or until it is stopped. */
  listen(platform: Platform, desk: FrontDesk): Promise<string | undefined>;
  /** Stops, and lets another process take over at once. */
  close(): Promise<void>;
}

/** Listens in this process whatever others do. */
export const listening: Listening = {
  listen: async (platform, desk) => (await platform.listen(desk)).ended,
  // The platform closes its own listeners.
  close: async () => {},
};

/** Listens in one of many processes, since two that listen with one token would take each other's commands away. */
export const listeningByTurns = (leases: Shelf<string>, onError: (error: unknown) => void): Listening => {
  const closing = new AbortController();
  const holder = randomUUID();
  const running = new Set<Promise<unknown>>();
  return {
    async listen(platform, desk) {
      const options = { holder, ttlMs: leaseMs, signal: closing.signal, onError };
      const listened = underLease(leases, `listen/${platform.name}`, options, (held) =>
        until(held, platform, desk),
      );
      running.add(listened.catch(() => {}));
      return listened;
    },
    async close() {
      closing.abort();
      await Promise.all(running);
    },
  };
};

const until = async (held: AbortSignal, platform: Platform, desk: FrontDesk): Promise<string | undefined> => {
  const begun = platform.listen(desk);
  const over = held.aborted ? Promise.resolve() : once(held, 'abort');
  const ended = await Promise.race([begun.then((listener) => listener.ended), over.then(() => undefined)]);
  // A first connection can take its time; it is closed when it stands, whoever holds the lease by then.
  const closed = begun.then((listener) => listener.close());
  await Promise.race([closed, closing()]);
  return ended;
};

const closing = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5_000).unref());
