import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { underLease } from '../../src/store/lease.ts';
import { openStore } from '../../src/store/openStore.ts';
import type { Shelf, Store } from '../../src/store/store.ts';

const ttlMs = 400;

describe('underLease', () => {
  let store: Store;
  let holding: string[];
  let most: number;
  const stops = new Map<string, AbortController>();

  beforeEach(async () => {
    store = await openStore('memory:');
    holding = [];
    most = 0;
  });
  afterEach(async () => {
    for (const stop of stops.values()) stop.abort();
    await pause(ttlMs / 4);
    await store.close();
  });

  const work = (
    holder: string,
    shelf: Shelf<string> = store.shelf('leases'),
  ): Promise<string | undefined> => {
    const stop = new AbortController();
    stops.set(holder, stop);
    const options = { holder, ttlMs, signal: stop.signal, onError: () => {} };
    return underLease(shelf, 'listen', options, async (held) => {
      holding.push(holder);
      most = Math.max(most, holding.length);
      await new Promise<void>((resolve) => held.addEventListener('abort', () => resolve()));
      holding = holding.filter((each) => each !== holder);
      return undefined;
    });
  };

  it('lets one of several work, and keeps it at work', async () => {
    void work('a');
    void work('b');
    void work('c');
    await pause(ttlMs * 2);
    expect(holding).toHaveLength(1);
    expect(most).toBe(1);
  });

  it('hands over at once when the holder stops', async () => {
    const first = work('a');
    await pause(20);
    void work('b');
    stops.get('a')?.abort();
    expect(await first).toBeUndefined();
    await pause(ttlMs / 2);
    expect(holding).toEqual(['b']);
  });

  it('lets another take over from a holder whose store no longer answers, which has stopped by then', async () => {
    const shelf = store.shelf<string>('leases');
    let isCut = false;
    const cuttable: Shelf<string> = {
      ...shelf,
      get: async (key) => (isCut ? new Promise(() => {}) : shelf.get(key)),
    };
    void work('a', cuttable);
    await pause(20);
    void work('b');
    isCut = true;
    await pause(ttlMs * 2);
    expect(holding).toEqual(['b']);
    expect(most).toBe(1);
  });

  it('gives what the work gave, and frees the lease', async () => {
    const shelf = store.shelf<string>('leases');
    const options = { holder: 'a', ttlMs, signal: new AbortController().signal, onError: () => {} };
    expect(await underLease(shelf, 'listen', options, async () => 'the token is wrong')).toBe(
      'the token is wrong',
    );
    expect(await shelf.get('listen')).toBeUndefined();
  });
});
