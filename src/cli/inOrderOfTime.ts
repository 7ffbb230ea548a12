import { DatabaseSync } from 'node:sqlite';

/** Gives back what it was given, oldest first, however much that is: it waits in a temporary database, not in memory. */
export interface InOrderOfTime<Value> {
  add(at: number, value: Value): void;
  /** May be read once; what is of the same instant comes in the order in which it was added. */
  values(): Generator<Value>;
}

export function inOrderOfTime<Value>(): InOrderOfTime<Value> {
  // An empty name asks SQLite for a private file that is deleted when it is closed.
  const database = new DatabaseSync('');
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
  database.exec('CREATE TABLE waiting (at INTEGER, value TEXT); BEGIN');
  const insert = database.prepare('INSERT INTO waiting VALUES (?, ?)');
  return {
    add: (at, value) => void insert.run(at, JSON.stringify(value)),
    *values() {
      database.exec('COMMIT');
      const sorted = database.prepare('SELECT value FROM waiting ORDER BY at, rowid').iterate();
      for (const row of sorted) yield JSON.parse(String(row['value'])) as Value;
      database.close();
    },
  };
}
