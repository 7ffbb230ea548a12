import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { keyvShelf } from './keyvShelf.ts';
import { pruning } from './pruning.ts';
import { explaining } from './sqliteFailure.ts';
import { type SqliteStorage, sqliteStorage } from './sqliteStorage.ts';
import type { Shelf, Store } from './store.ts';

const layout = 1;

/**
 * A store in one SQLite file, or in memory for the path `:memory:`.
 * Several processes may share the file; writers wait for each other up to five seconds.
 */
export const sqliteStore = (path: string): Store => {
  const database = explaining(path, () => open(path));
  const tables = new Map<string, SqliteStorage>();
  const stopPruning = pruning(() => tables.values().map(({ prune }) => prune));

  return {
    shelf<Value>(name: string): Shelf<Value> {
      const table = tables.get(name) ?? explaining(path, () => sqliteStorage(database, name, path));
      tables.set(name, table);
      return keyvShelf(table);
    },
    async close() {
      stopPruning();
      if (database.isOpen) database.close();
    },
  };
};

const open = (path: string): DatabaseSync => {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    // NORMAL: a commit survives the death of the process, and after a power cut the file is whole but may
    // lack its last commits. That equals being stopped a moment earlier, which every stage is built to repeat;
    // FULL would block the event loop for a disk flush (10 ms and more on SD cards) at every write.
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 16777216',
    );
    database.exec('BEGIN IMMEDIATE');
    const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (found > layout)
      throw new Error(`${path} was written by a newer Pactwire; update this one, or name another file.`);
    database.exec(`PRAGMA user_version = ${layout}; COMMIT`);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
};
