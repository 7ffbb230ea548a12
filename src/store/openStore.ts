import { optional } from '../optional.ts';
import { sqliteStore } from './sqliteStore.ts';
import type { Store } from './store.ts';

const example = 'sqlite:./data/pactwire.db';

/**
 * Opens the store that a URL names: `sqlite:<path>` keeps it in a file (folders are made), `redis://…` and
 * `postgres://…` on a server that many processes share, `memory:` forgets it at exit.
 * @throws Error with one sentence on what to do when the URL or the database cannot be used.
 */
export const openStore = async (url: string): Promise<Store> => {
  if (url === 'memory:') return sqliteStore(':memory:');
  const [, path] = /^sqlite:(?:\/\/)?(.+)$/.exec(url) ?? [];
  if (path !== undefined) return sqliteStore(path);
  if (/^rediss?:\/\//.test(url)) {
    const { redisStore } = await optional('A store on Redis', 'ioredis', () => import('./redisStore.ts'));
    return redisStore(url);
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { postgresStore } = await optional(
      'A store on PostgreSQL',
      'pg',
      () => import('./postgresStore.ts'),
    );
    return postgresStore(url);
  }
  throw new Error(
    `The store URL ${JSON.stringify(scheme(url))} is not one we know; write "${example}", "redis://…", "postgres://…" or "memory:".`,
  );
};

/** What may be shown of a URL: the rest can hold a password. */
const scheme = (url: string): string => /^[\w+.-]*:/.exec(url)?.[0] ?? url.slice(0, 40);
