import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type KeyvStorageEntry, type KeyvStorageGetResult, keyvStorageCapability } from 'keyv';
import type { Prune } from './pruning.ts';
import { explaining } from './sqliteFailure.ts';
import { encoded, type Storage } from './storage.ts';

/** A shelf that owns one table. */
export interface SqliteStorage extends Storage {
  readonly prune: Prune;
}

const page = 500;
const slice = 2000;

/** @param path names the database in error messages. */
export const sqliteStorage = (database: DatabaseSync, name: string, path: string): SqliteStorage => {
  if (!/^[a-z]+$/i.test(name)) throw new Error(`A shelf is named by letters, not ${JSON.stringify(name)}.`);
  const run = statements(database, name);
  const guarded = async <Result>(work: () => Result): Promise<Result> => explaining(path, work);
  const get = (key: string): string | undefined => {
    const value = run.get.get(key, Date.now())?.['value'];
    return value === undefined ? undefined : String(value);
  };
  const has = (key: string): boolean => run.has.get(key, Date.now()) !== undefined;
  const remove = (key: string): boolean => {
    const was = has(key);
    run.delete.run(key);
    return was;
  };

  const adapter: SqliteStorage = {
    get: <Value>(key: string) => guarded(() => get(key) as KeyvStorageGetResult<Value>),
    getMany: <Value>(keys: string[]) =>
      guarded(() => keys.map(get) as KeyvStorageGetResult<Value | undefined>[]),
    has: (key) => guarded(() => has(key)),
    hasMany: (keys) => guarded(() => keys.map(has)),
    set: (key, value, expires) =>
      guarded(() => run.set.run(key, encoded(value), expires ?? null).changes > 0),
    setMany: <Value>(entries: KeyvStorageEntry<Value>[]) =>
      guarded(() =>
        together(database, () =>
          entries.map(
            ({ key, value, expires }) => run.set.run(key, encoded(value), expires ?? null).changes > 0,
          ),
        ),
      ),
    delete: (key) => guarded(() => remove(key)),
    deleteMany: (keys) => guarded(() => together(database, () => keys.map(remove))),
    clear: () => guarded(() => void run.clear.run()),
    async *iterator<Value>(): AsyncGenerator<(string | Awaited<Value> | undefined)[], void> {
      for (let after = 0; ; ) {
        const rows = explaining(path, () => run.page.all(after, Date.now(), page));
        for (const row of rows) yield [String(row['key']), String(row['value'])];
        const last = rows.at(-1);
        if (last === undefined) return;
        after = Number(last['rowid']);
      }
    },
    add: (key, value, expires) =>
      guarded(() => run.add.run(key, encoded(value), expires ?? null, Date.now()).changes > 0),
    prune: () => run.prune.run(Date.now(), slice).changes === slice,
  };
  adapter.capabilities = keyvStorageCapability(adapter);
  return adapter;
};

/** A table of its own keeps keys short, and rowids give pages in the order of first insertion. */
const statements = (database: DatabaseSync, name: string) => {
  const table = `"${name}"`;
  database.exec(`CREATE TABLE IF NOT EXISTS ${table} (
      rowid INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL, expires INTEGER) STRICT;
    CREATE INDEX IF NOT EXISTS "${name}.expires" ON ${table} (expires) WHERE expires IS NOT NULL`);
  const prepare = (sql: string): StatementSync => database.prepare(sql);
  const insert = `INSERT INTO ${table} (key, value, expires) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires`;
  const live = '(expires IS NULL OR expires > ?)';
  return {
    get: prepare(`SELECT value FROM ${table} WHERE key = ? AND ${live}`),
    has: prepare(`SELECT 1 FROM ${table} WHERE key = ? AND ${live}`),
    set: prepare(insert),
    add: prepare(`${insert} WHERE ${table}.expires <= ?`),
    delete: prepare(`DELETE FROM ${table} WHERE key = ?`),
    clear: prepare(`DELETE FROM ${table}`),
    page: prepare(
      `SELECT rowid, key, value FROM ${table} WHERE rowid > ? AND ${live} ORDER BY rowid LIMIT ?`,
    ),
    prune: prepare(
      `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE expires <= ? LIMIT ?)`,
    ),
  };
};

const together = <Result>(database: DatabaseSync, work: () => Result): Result => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};
