import { Redis } from 'ioredis';
import { keyvShelf } from './keyvShelf.ts';
import { redisStorage } from './redisStorage.ts';
import type { Shelf, Store } from './store.ts';

const patienceMs = 10_000;
const longestPauseMs = 2_000;

/**
 * A store in Redis (7.0 or newer) that many processes may share. While Redis is away calls wait, and are sent
 * again once it is back.
 * @throws Error with one sentence on what to do when Redis does not answer at the start.
 */
export const redisStore = async (url: string): Promise<Store> => {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(50 * 2 ** times, longestPauseMs),
    connectTimeout: 5_000,
    // A cut cable is silent: without this a call would wait for the operating system to notice (15 minutes).
    socketTimeout: 15_000,
  });
  let lastError: Error | undefined;
  redis.on('error', (error) => {
    lastError = error;
  });
  await reach(redis, () => lastError);
  let closed = false;
  const open = (): Redis => {
    if (closed) throw new Error('The store is closed.');
    return redis;
  };
  const shelves = new Map<string, Shelf<unknown>>();

  return {
    shelf<Value>(name: string): Shelf<Value> {
      const shelf = shelves.get(name) ?? keyvShelf<unknown>(redisStorage(open, name));
      shelves.set(name, shelf);
      return shelf as Shelf<Value>;
    },
    async close() {
      if (closed) return;
      closed = true;
      if (redis.status === 'ready') await redis.quit();
      else redis.disconnect();
    },
  };
};

const reach = async (redis: Redis, lastError: () => Error | undefined): Promise<void> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, patienceMs, new Error('no answer'));
  try {
    redis.connect().catch(reject);
    await Promise.race([redis.ping(), promise]);
  } catch (error) {
    redis.disconnect();
    const { host, port } = redis.options;
    const why = reason(lastError() ?? error);
    throw new Error(
      /^(?:NOAUTH|WRONGPASS|NOPERM)/u.test(why)
        ? `Redis at ${host}:${port} does not let us in; put the right user and password into the URL.`
        : `Redis at ${host}:${port} cannot be used (${why}); start it, or correct the URL.`,
      { cause: error },
    );
  } finally {
    clearTimeout(timer);
  }
};

const reason = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
};
