import { type KeyvStorageEntry, type KeyvStorageGetResult, keyvStorageCapability } from 'keyv';
import type { QueryResult } from 'pg';
import type { Prune } from './pruning.ts';
import { encoded, type Storage } from './storage.ts';

/** Runs one statement, again if the connection breaks under it. */
export type Query = (
  sql: string,
  values?: readonly unknown[],
) => Promise<QueryResult<Record<string, unknown>>>;

/** A shelf that owns one table. */
export interface PostgresStorage extends Storage {
  readonly prune: Prune;
}

const page = 1000;
const slice = 2000;

/** Milliseconds on the server's clock, the one that counts: processes whose clocks differ agree on what has expired. */
const now = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';
const live = `(expires IS NULL OR expires > ${now})`;

export const postgresStorage = (query: Query, name: string): PostgresStorage => {
  if (!/^[a-z]+$/i.test(name)) throw new Error(`A shelf is named by letters, not ${JSON.stringify(name)}.`);
  const table = `pactwire."${name}"`;
  // Lifetimes travel as durations, for the same reason.
  const upsert = `INSERT INTO ${table} (key, value, expires)
    SELECT key, value, ${now} + life FROM unnest($1::text[], $2::text[], $3::bigint[]) AS given (key, value, life)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires`;
  let made: Promise<unknown> | undefined;
  const run: Query = async (sql, values) => {
    made ??= query(definition(table, name)).catch((error: unknown) => {
      made = undefined;
      if (!isMadeMeanwhile(error)) throw error;
    });
    await made;
    return query(sql, values);
  };
  const column = async (sql: string, keys: readonly string[], what: string): Promise<unknown[]> => {
    const names = keys.map(written);
    const { rows } = await run(sql, [names]);
    const found = new Map(rows.map((row) => [row['key'], row[what]]));
    return names.map((key) => found.get(key));
  };
  const getMany = async (keys: readonly string[]): Promise<unknown[]> =>
    column(`SELECT key, value FROM ${table} WHERE key = ANY ($1) AND ${live}`, keys, 'value');
  const hasMany = async (keys: readonly string[]): Promise<boolean[]> =>
    (await column(`SELECT key FROM ${table} WHERE key = ANY ($1) AND ${live}`, keys, 'key')).map(
      (key) => key !== undefined,
    );
  const setMany = async (entries: readonly KeyvStorageEntry<unknown>[]): Promise<boolean[]> => {
    // One statement must not write a row twice.
    const last = [...new Map(entries.map((entry) => [entry.key, entry])).values()];
    await run(upsert, columns(last));
    return entries.map(() => true);
  };
  const deleteMany = async (keys: readonly string[]): Promise<boolean[]> =>
    (
      await column(`DELETE FROM ${table} WHERE key = ANY ($1) RETURNING key, ${live} AS was`, keys, 'was')
    ).map((was) => was === true);

  const storage: PostgresStorage = {
    get: async <Value>(key: string) => (await getMany([key]))[0] as KeyvStorageGetResult<Value>,
    getMany: async <Value>(keys: string[]) =>
      (await getMany(keys)) as KeyvStorageGetResult<Value | undefined>[],
    has: async (key) => (await hasMany([key]))[0] ?? false,
    hasMany,
    set: async (key, value, expires) =>
      (await setMany([{ key, value, ...(expires !== undefined && { expires }) }]))[0] ?? false,
    setMany: async (entries) => setMany(entries),
    delete: async (key) => (await deleteMany([key]))[0] ?? false,
    deleteMany,
    async clear() {
      await run(`DELETE FROM ${table}`);
    },
    async *iterator<Value>(): AsyncGenerator<(string | Awaited<Value> | undefined)[], void> {
      for (let after: unknown = ''; ; ) {
        const { rows } = await run(
          `SELECT key, value FROM ${table} WHERE key > $1 AND ${live} ORDER BY key LIMIT ${page}`,
          [after],
        );
        for (const row of rows) yield [read(String(row['key'])), String(row['value'])];
        after = rows.at(-1)?.['key'];
        if (after === undefined) return;
      }
    },
    async add(key, value, expires) {
      const { rowCount } = await run(
        `${upsert} WHERE ${table}.expires <= ${now} OR ${table}.value = excluded.value`,
        columns([{ key, value, ...(expires !== undefined && { expires }) }]),
      );
      return rowCount === 1;
    },
    async prune() {
      const expired = `SELECT ctid FROM ${table} WHERE expires <= ${now} LIMIT ${slice}`;
      return (await run(`DELETE FROM ${table} WHERE ctid = ANY (ARRAY(${expired}))`)).rowCount === slice;
    },
  };
  storage.capabilities = keyvStorageCapability(storage);
  return storage;
};

const definition = (table: string, name: string): string =>
  `CREATE TABLE IF NOT EXISTS ${table} (key text COLLATE "C" PRIMARY KEY, value text NOT NULL, expires bigint);
   CREATE INDEX IF NOT EXISTS "${name}_expires" ON ${table} (expires) WHERE expires IS NOT NULL`;

/** Two processes that start at once may both find no schema and no table; the other one has made it. */
export const isMadeMeanwhile = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['23505', '42710', '42P06', '42P07', 'XX000'].includes(String(error.code));

const columns = (entries: readonly KeyvStorageEntry<unknown>[]): unknown[] => [
  entries.map(({ key }) => written(key)),
  entries.map(({ value }) => encoded(value)),
  entries.map(({ expires }) => (expires === undefined ? null : Math.max(1, Math.ceil(expires - Date.now())))),
];

/** PostgreSQL's text holds everything but NUL. */
const written = (key: string): string => JSON.stringify(key).slice(1, -1);
const read = (key: string): string => String(JSON.parse(`"${key}"`));
