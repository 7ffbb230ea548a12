import { setTimeout as pause } from 'node:timers/promises';
import type { Shelf } from './store.ts';

export interface LeaseOptions {
  /** Who we are, unlike anybody else. */
  readonly holder: string;
  /** After this time without a sign of the holder, the lease is free for another. */
  readonly ttlMs: number;
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
}

/**
 * Does what only one of many processes may do, such as listening with a bot's token: waits for the lease of this name,
 * works while we hold it, and waits anew when we lost it. The time that counts is the store's and our own monotonic
 * clock, so that wrong wall clocks do no harm.
 * @param work gets a signal that is aborted when the lease is lost; what it resolves with ends the waiting for good.
 * @returns what `work` gave, or undefined when it was told to stop.
 */
export const underLease = async <Result>(
  shelf: Shelf<string>,
  name: string,
  options: LeaseOptions,
  work: (held: AbortSignal) => Promise<Result | undefined>,
): Promise<Result | undefined> => {
  const { holder, ttlMs, signal, onError } = options;
  while (!signal.aborted) {
    const takenAt = performance.now();
    if (!(await shelf.add(name, holder, ttlMs).catch(onError))) {
      await pause(ttlMs / 8, undefined, { signal }).catch(() => {});
      continue;
    }
    const lost = new AbortController();
    const held = AbortSignal.any([lost.signal, signal]);
    const renewing = renew(shelf, name, options, takenAt, held).finally(() => lost.abort());
    const result = await work(held).finally(() => lost.abort());
    await renewing;
    if ((await shelf.get(name).catch(onError)) === holder) await shelf.delete(name).catch(onError);
    if (result !== undefined) return result;
  }
  return undefined;
};

/** Renews the lease until it is lost or no longer wanted; of a store that hangs, it thinks the worst in time. */
const renew = async (
  shelf: Shelf<string>,
  name: string,
  { holder, ttlMs, onError }: LeaseOptions,
  takenAt: number,
  held: AbortSignal,
): Promise<void> => {
  let renewedAt = takenAt;
  const stillOurs = async (): Promise<boolean> => {
    const at = performance.now();
    const current = await shelf.get(name);
    if (current === undefined) return (await shelf.add(name, holder, ttlMs)) && renewed(at);
    if (current !== holder) return false;
    await shelf.set(name, holder, ttlMs);
    return renewed(at);
  };
  const renewed = (at: number): true => {
    renewedAt = at;
    return true;
  };
  while (!held.aborted) {
    await pause(ttlMs / 4, undefined, { signal: held }).catch(() => {});
    if (held.aborted) return;
    const leftMs = renewedAt + (ttlMs * 3) / 4 - performance.now();
    if (leftMs <= 0) return;
    const answer = await Promise.race([
      stillOurs().catch(onError),
      pause(leftMs, 'late' as const, { ref: false }),
    ]);
    if (answer === false || answer === 'late') return;
  }
};
