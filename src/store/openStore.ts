import { sqliteStore } from './sqliteStore.ts';
import type { Store } from './store.ts';

const example = 'sqlite:./data/pactwire.db';

/**
 * Opens the store that a URL names: `sqlite:<path>` keeps it in a file (folders are made),
 * `memory:` forgets it at exit.
 * @throws Error with one sentence on what to do when the URL or the database cannot be used.
 */
export const openStore = async (url: string): Promise<Store> => {
  if (url === 'memory:') return sqliteStore(':memory:');
  const [, path] = /^sqlite:(?:\/\/)?(.+)$/.exec(url) ?? [];
  if (path !== undefined) return sqliteStore(path);
  throw new Error(
    `The store URL ${JSON.stringify(scheme(url))} is not one we know; write "${example}" or "memory:".`,
  );
};

/** What may be shown of a URL: the rest can hold a password. */
const scheme = (url: string): string => /^[\w+.-]*:/.exec(url)?.[0] ?? url.slice(0, 40);
