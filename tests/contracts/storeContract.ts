import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as fc from 'fast-check';
import type { Shelf, Store } from '../../src/store/store.ts';

/** How a suite lets time pass: on a clock of its own, or, where a server keeps the time, by waiting. */
export interface Passage {
  /** The lifetime that the suite gives to mortal entries, in ms. */
  readonly lifetime: number;
  begin(): void;
  /** Lets a share of a lifetime pass. */
  pass(share: number): Promise<void>;
}

export const fakeTime: Passage = {
  lifetime: 1000,
  begin: () => void vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] }),
  pass: async (share) => void vi.setSystemTime(Date.now() + share * 1000),
};
export const realTime: Passage = {
  lifetime: 1500,
  begin: () => {},
  pass: async (share) => pause(share * 1500),
};

/** What the pipeline relies on, whatever keeps the shelves. `open` gives an empty store each time. */
export const storeContract = (name: string, open: () => Promise<Store>, time: Passage = fakeTime): void => {
  describe(`${name} keeps the store's promises`, () => {
    let store: Store;
    let shelf: Shelf<unknown>;

    beforeEach(async () => {
      store = await open();
      shelf = store.shelf('things');
    });
    afterEach(async () => {
      vi.useRealTimers();
      await store.close();
    });

    it('gives back what was put there', async () => {
      await shelf.set('a', { title: 'Hello', n: 1.5, list: [null, true] });
      expect(await shelf.get('a')).toEqual({ title: 'Hello', n: 1.5, list: [null, true] });
    });

    it('replaces an earlier value', async () => {
      await shelf.set('a', 1);
      await shelf.set('a', 2);
      expect(await shelf.get('a')).toBe(2);
    });

    it('knows nothing of a key that was never put there', async () => {
      expect(await shelf.get('a')).toBeUndefined();
      expect(await shelf.hasMany(['a'])).toEqual([false]);
      expect(await shelf.delete('a')).toBe(false);
    });

    it('answers for many keys in the order asked, repeats included', async () => {
      await shelf.setMany([
        { key: 'b', value: 2 },
        { key: 'a', value: 1 },
      ]);
      expect(await shelf.getMany(['a', 'x', 'b', 'a'])).toEqual([1, undefined, 2, 1]);
      expect(await shelf.hasMany(['a', 'x', 'b', 'a'])).toEqual([true, false, true, true]);
    });

    it('takes empty batches', async () => {
      await shelf.setMany([]);
      expect(await shelf.getMany([])).toEqual([]);
      expect(await shelf.hasMany([])).toEqual([]);
    });

    it('keeps the later of two entries with the same key', async () => {
      await shelf.setMany([
        { key: 'a', value: 1 },
        { key: 'a', value: 2 },
      ]);
      expect(await shelf.get('a')).toBe(2);
    });

    it('deletes once', async () => {
      await shelf.set('a', 1);
      expect([await shelf.delete('a'), await shelf.delete('a')]).toEqual([true, false]);
      expect(await shelf.get('a')).toBeUndefined();
    });

    it('lets one of several adds win, and keeps its value', async () => {
      const won = await Promise.all([0, 1, 2].map(async (value) => shelf.add('a', value)));
      expect(won.filter(Boolean)).toEqual([true]);
      expect(await shelf.get('a')).toBe(won.indexOf(true));
    });

    it('reads what add wrote as it reads what set wrote', async () => {
      const value = { text: ':colon first', nested: { list: [1, 'two'] } };
      await shelf.add('added', value);
      await shelf.set('set', value);
      expect(await shelf.getMany(['added', 'set'])).toEqual([value, value]);
    });

    it('forgets what was put there when its time is over', async () => {
      time.begin();
      const { lifetime } = time;
      await Promise.all([
        shelf.set('a', 1, lifetime),
        shelf.setMany([{ key: 'b', value: 2, ttlMs: lifetime }]),
        shelf.add('c', 3, lifetime),
      ]);
      const keys = ['a', 'b', 'c'];
      expect(await shelf.getMany(keys)).toEqual([1, 2, 3]);
      expect(await shelf.hasMany(keys)).toEqual([true, true, true]);
      expect(new Map(await all(shelf)).size).toBe(3);
      expect(await shelf.add('a', 4)).toBe(false);
      await time.pass(1.1);
      expect(await shelf.get('a')).toBeUndefined();
      expect(await shelf.getMany(keys)).toEqual([undefined, undefined, undefined]);
      expect(await shelf.hasMany(keys)).toEqual([false, false, false]);
      expect(await all(shelf)).toEqual([]);
      expect(await shelf.delete('a')).toBe(false);
    });

    it('frees an expired key for add', async () => {
      time.begin();
      await shelf.add('a', 1, time.lifetime);
      await time.pass(1.1);
      expect(await shelf.add('a', 2)).toBe(true);
      expect(await all(shelf)).toEqual([['a', 2]]);
    });

    it('forgets the old time when a value is set anew without one', async () => {
      time.begin();
      await shelf.set('a', 1, time.lifetime);
      await shelf.set('a', 2);
      await time.pass(1.1);
      expect(await shelf.get('a')).toBe(2);
      expect(await all(shelf)).toEqual([['a', 2]]);
    });

    it('lists every entry, across pages', async () => {
      const entries = Array.from({ length: 1234 }, (_, value) => ({ key: `k${value}`, value }));
      await shelf.setMany(entries);
      expect(new Map(await all(shelf))).toEqual(new Map(entries.map(({ key, value }) => [key, value])));
    });

    it('stays in step when entries are deleted while they are listed', async () => {
      await shelf.setMany(Array.from({ length: 1200 }, (_, value) => ({ key: `k${value}`, value })));
      let seen = 0;
      for await (const [key] of shelf.entries()) {
        await shelf.delete(key);
        seen += 1;
      }
      expect(seen).toBe(1200);
      expect(await all(shelf)).toEqual([]);
    });

    it('keeps shelves apart, and finds the same shelf by the same name', async () => {
      const other = store.shelf<number>('others');
      await shelf.set('a', 1);
      await other.set('a', 2);
      expect(await store.shelf('things').get('a')).toBe(1);
      await other.delete('a');
      expect(await shelf.get('a')).toBe(1);
    });

    it('keeps any key and any JSON value as they are', async () => {
      const key = fc.string({ minLength: 1, unit: 'grapheme' });
      await fc.assert(
        fc.asyncProperty(key, fc.jsonValue({ noUnicodeString: false }), async (unlike, value) => {
          const expected: unknown = JSON.parse(JSON.stringify(value));
          await shelf.set(unlike, value);
          expect(await shelf.get(unlike)).toEqual(expected);
          await shelf.delete(unlike);
          expect(await shelf.add(unlike, value)).toBe(true);
          expect(await shelf.getMany([unlike])).toEqual([expected]);
        }),
        { numRuns: 200 },
      );
    });

    it.each([
      ['an empty key', async () => shelf.set('', 1)],
      ['an empty key among many', async () => shelf.hasMany(['a', ''])],
      ['a lifetime of nothing', async () => shelf.set('a', 1, 0)],
      ['an endless lifetime', async () => shelf.add('a', 1, Number.POSITIVE_INFINITY)],
      ['a negative lifetime', async () => shelf.add('a', 1, -5)],
      ['a negative lifetime among many', async () => shelf.setMany([{ key: 'a', value: 1, ttlMs: -5 }])],
    ])('refuses %s', async (_, call) => {
      await expect(call()).rejects.toThrow(RangeError);
      expect(await all(shelf)).toEqual([]);
    });

    it('rejects every call once it is closed', async () => {
      await store.close();
      const calls = [
        shelf.get('a'),
        shelf.getMany(['a']),
        shelf.hasMany(['a']),
        shelf.set('a', 1),
        shelf.setMany([{ key: 'a', value: 1 }]),
        shelf.add('a', 1),
        shelf.delete('a'),
        all(shelf),
      ];
      const outcomes = await Promise.allSettled(calls);
      expect(outcomes.map(({ status }) => status)).toEqual(calls.map(() => 'rejected'));
    });
  });
};

const all = async <Value>(shelf: Shelf<Value>): Promise<(readonly [string, Value])[]> => {
  const found = [];
  for await (const entry of shelf.entries()) found.push(entry);
  return found;
};
