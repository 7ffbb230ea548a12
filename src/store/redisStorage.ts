import type { ChainableCommander, Redis } from 'ioredis';
import { type KeyvStorageEntry, type KeyvStorageGetResult, keyvStorageCapability } from 'keyv';
import { encoded, type Storage } from './storage.ts';

const page = 1000;

/**
 * A shelf of keys `pactwire:<shelf>:<key>`.
 * What lives for good is also named in the set `pactwire:<shelf>`, so that reading a small shelf whole does not
 * mean scanning a million remembered articles; only a shelf that has held mortal entries is scanned besides.
 * Lifetimes are sent as durations: the clock that counts is Redis's, so that processes whose clocks differ agree.
 */
export const redisStorage = (redis: () => Redis, name: string): Storage => {
  if (!/^[a-z]+$/i.test(name)) throw new Error(`A shelf is named by letters, not ${JSON.stringify(name)}.`);
  const index = `pactwire:${name}`;
  const path = (key: string): string => `${index}:${key}`;
  let isMortal = false;

  const setMany = async (entries: readonly KeyvStorageEntry<unknown>[]): Promise<boolean[]> => {
    // Of two entries with one key the later stays.
    const last = new Map(entries.map((entry) => [entry.key, entry]));
    const [mortal, lasting] = [last.values().filter(isMortalEntry), [...last.values()].filter(isLasting)];
    const commands = redis().multi();
    // Two commands for all that live for good, not two each.
    if (lasting.length > 0)
      commands
        .mset(lasting.flatMap(({ key, value }) => [path(key), encoded(value)]))
        .sadd(index, ...lasting.map(({ key }) => key));
    for (const { key, value, expires } of mortal)
      commands.set(path(key), encoded(value), 'PX', lifetime(expires));
    if (lasting.length < last.size) await noteMortal();
    await results(commands);
    return entries.map(() => true);
  };
  const noteMortal = async (): Promise<void> => {
    if (isMortal) return;
    await redis().sadd(mortalShelves, name);
    isMortal = true;
  };
  const getMany = async (keys: readonly string[]): Promise<(string | undefined)[]> =>
    keys.length === 0 ? [] : (await redis().mget(keys.map(path))).map((value) => value ?? undefined);
  const deleteMany = async (keys: readonly string[]): Promise<boolean[]> => {
    const commands = redis().multi();
    for (const key of keys) commands.unlink(path(key)).srem(index, key);
    return (await results(commands)).filter((_, at) => at % 2 === 0).map((count) => count === 1);
  };
  const keys = async function* (): AsyncGenerator<string[]> {
    yield* redis().sscanStream(index, { count: page }) as AsyncIterable<string[]>;
    if ((await redis().sismember(mortalShelves, name)) === 0) return;
    const found = redis().scanStream({ match: path('*'), count: page }) as AsyncIterable<string[]>;
    for await (const paths of found) yield paths.map((each) => each.slice(path('').length));
  };

  const storage: Storage = {
    get: async <Value>(key: string): Promise<KeyvStorageGetResult<Value>> =>
      (await redis().get(path(key))) ?? undefined,
    getMany: async <Value>(many: string[]): Promise<KeyvStorageGetResult<Value | undefined>[]> =>
      getMany(many),
    has: async (key) => (await redis().exists(path(key))) === 1,
    // One command that reads what is there, a few bytes each, instead of one for each.
    hasMany: async (many) => (await getMany(many)).map((value) => value !== undefined),
    set: async (key, value, expires) =>
      (await setMany([{ key, value, ...(expires !== undefined && { expires }) }]))[0] ?? false,
    setMany: async (entries) => setMany(entries),
    delete: async (key) => (await deleteMany([key]))[0] ?? false,
    deleteMany,
    async clear() {
      for await (const some of keys()) if (some.length > 0) await deleteMany(some);
    },
    async *iterator<Value>(): AsyncGenerator<(string | Awaited<Value> | undefined)[], void> {
      // Redis may name a key twice when it grows its table meanwhile.
      const seen = new Set<string>();
      for await (const some of keys()) {
        const fresh = [...new Set(some).difference(seen)];
        for (const key of fresh) seen.add(key);
        const values = await getMany(fresh);
        for (const [at, key] of fresh.entries()) if (values[at] !== undefined) yield [key, values[at]];
      }
    },
    async add(key, value, expires) {
      const mine = encoded(value);
      if (expires !== undefined) await noteMortal();
      const taken =
        expires === undefined
          ? await redis().set(path(key), mine, 'NX', 'GET')
          : await redis().set(path(key), mine, 'PX', lifetime(expires), 'NX', 'GET');
      if (taken !== null && taken !== mine) return false;
      if (expires === undefined) await redis().sadd(index, key);
      return true;
    },
  };
  storage.capabilities = keyvStorageCapability(storage);
  return storage;
};

type MortalEntry = KeyvStorageEntry<unknown> & { readonly expires: number };

const isMortalEntry = (entry: KeyvStorageEntry<unknown>): entry is MortalEntry => entry.expires !== undefined;
const isLasting = (entry: KeyvStorageEntry<unknown>): boolean => !isMortalEntry(entry);

const mortalShelves = 'pactwire:mortal';

const lifetime = (expires: number): number => Math.max(1, Math.ceil(expires - Date.now()));

const results = async (commands: ChainableCommander): Promise<unknown[]> => {
  if (commands.length === 0) return [];
  const replies = (await commands.exec()) ?? [];
  return replies.map(([error, reply]) => {
    if (error) throw error;
    return reply;
  });
};
