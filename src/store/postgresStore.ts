import { Pool } from 'pg';
import { keyvShelf } from './keyvShelf.ts';
import { patiently } from './patiently.ts';
import { isMadeMeanwhile, type PostgresStorage, postgresStorage, type Query } from './postgresStorage.ts';
import { pruning } from './pruning.ts';
import type { Shelf, Store } from './store.ts';

const startPatienceMs = 5_000;

/**
 * A store in PostgreSQL (13 or newer) that many processes may share: a schema `pactwire` with a table per shelf.
 * While PostgreSQL is away calls wait and try again for some minutes.
 * @throws Error with one sentence on what to do when it does not answer at the start.
 */
export const postgresStore = async (url: string): Promise<Store> => {
  const pool = new Pool({
    connectionString: url,
    application_name: 'pactwire',
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
    keepAlive: true,
  });
  // A connection that breaks while it rests is replaced at the next call; unheard, the event would end the process.
  pool.on('error', () => {});
  let closed = false;
  const storages = new Map<string, PostgresStorage>();
  const query: Query = async (sql, values = []) =>
    patiently(() => {
      if (closed) throw new Error('The store is closed.');
      return pool.query(sql, [...values]);
    });
  try {
    await patiently(() => pool.query('CREATE SCHEMA IF NOT EXISTS pactwire'), startPatienceMs);
  } catch (error) {
    if (!isMadeMeanwhile(error)) {
      await pool.end();
      throw new Error(
        `PostgreSQL at ${new URL(url).host} cannot be used (${reason(error)}); ${mend(error)}`,
        { cause: error },
      );
    }
  }
  const stopPruning = pruning(() => storages.values().map(({ prune }) => prune));

  return {
    shelf<Value>(name: string): Shelf<Value> {
      const storage = storages.get(name) ?? postgresStorage(query, name);
      storages.set(name, storage);
      return keyvShelf(storage);
    },
    async close() {
      if (closed) return;
      closed = true;
      stopPruning();
      await pool.end();
    },
  };
};

const reason = (error: unknown): string => {
  if (error instanceof AggregateError) return String(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
};

/** By SQLSTATE (appendix A of PostgreSQL's manual). */
function mend(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('28')) return 'put the right user and password into the URL.';
  return code === '3D000' ? 'create it, or correct its name in the URL.' : 'start it, or correct the URL.';
}
