import { randomUUID } from 'node:crypto';
import { Keyv } from 'keyv';
import type { Storage } from './storage.ts';
import type { Shelf } from './store.ts';

/**
 * A shelf over a Keyv instance of its own.
 * No `error` listener is attached, on purpose: with one, Keyv answers a failing disk with `undefined` or `false`,
 * which would make every article look unseen; without one, its calls reject.
 */
export const keyvShelf = <Value>(store: Storage): Shelf<Value> => {
  // The adapter filters expired rows itself, so Keyv need not parse a value to know that it is there.
  const keyv = new Keyv<Value>({ store, checkExpired: false });

  return {
    get: async (key) => keyv.get<Value>(named(key)),
    getMany: async (keys) => keyv.getMany<Value>(keys.map(named)),
    hasMany: async (keys) => keyv.hasMany(keys.map(named)),
    async set(key, value, ttlMs) {
      if (!(await keyv.set(named(key), value, lasting(ttlMs)))) throw new Error(`Keyv did not store ${key}.`);
    },
    async setMany(entries) {
      if (entries.length === 0) return;
      const stored = await keyv.setMany(
        entries.map(({ key, value, ttlMs }) => ({
          key: named(key),
          value,
          ...(ttlMs !== undefined && { ttl: lasting(ttlMs) }),
        })),
      );
      const lost = stored.indexOf(false);
      if (lost >= 0) throw new Error(`Keyv did not store ${entries[lost]?.key}.`);
    },
    async add(key, value, ttlMs) {
      const expires = ttlMs === undefined ? undefined : Math.ceil(Date.now() + lasting(ttlMs));
      const envelope = { value, expires, by: randomUUID() };
      return store.add(named(key), await keyv.encode(envelope), expires);
    },
    delete: async (key) => keyv.delete(named(key)),
    async *dated() {
      // Keyv's own iterator leaves out when an entry ends, which is in the envelope that the adapter gives.
      for await (const [key, envelope] of store.iterator?.() ?? []) {
        const read = await keyv.decode<Value>(envelope);
        if (read === undefined) throw new Error(`What is stored as ${String(key)} cannot be read.`);
        const ttlMs =
          read.expires === undefined || read.expires === null ? undefined : read.expires - Date.now();
        if (ttlMs === undefined) yield { key: String(key), value: read.value as Value };
        else if (ttlMs > 0) yield { key: String(key), value: read.value as Value, ttlMs };
      }
    },
    entries: () => keyv.iterator() as AsyncIterable<readonly [string, Value]>,
  };
};

/** Keyv skips an empty key without a word. */
const named = (key: string): string => {
  if (key === '') throw new RangeError('A key on a shelf must not be empty.');
  return key;
};

/** Keyv takes a time of zero or less for "never expires". */
const lasting = <Ttl extends number | undefined>(ttlMs: Ttl): Ttl => {
  if (ttlMs !== undefined && !(ttlMs > 0 && Number.isFinite(ttlMs)))
    throw new RangeError(`An entry cannot live for ${ttlMs} ms.`);
  return ttlMs;
};
