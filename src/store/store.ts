/** Durable key-value shelves, drawn by what the pipeline asks of them. Every failure rejects: none reads as "not there". */

/**
 * One named set of entries; values are plain JSON.
 * Keys are non-empty; `ttlMs` is positive and finite, and without it an entry stays until it is deleted.
 */
export interface Shelf<Value> {
  get(key: string): Promise<Value | undefined>;
  /** In the order of `keys`. */
  getMany(keys: readonly string[]): Promise<readonly (Value | undefined)[]>;
  /** In the order of `keys`, without reading the values. */
  hasMany(keys: readonly string[]): Promise<readonly boolean[]>;
  set(key: string, value: Value, ttlMs?: number): Promise<void>;
  /** All or none, in one transaction; of two entries with the same key the later one stays. */
  setMany(entries: readonly Entry<Value>[]): Promise<void>;
  /** Puts the value there unless the key is taken; true when this call put it, also among several processes. */
  add(key: string, value: Value, ttlMs?: number): Promise<boolean>;
  /** True when there was something to delete. */
  delete(key: string): Promise<boolean>;
  /** Every live entry, read page by page; entries written meanwhile may or may not be seen. */
  entries(): AsyncIterable<readonly [key: string, value: Value]>;
  /** The same with what is left of their lives, to be put elsewhere. */
  dated(): AsyncIterable<Entry<Value>>;
}

export interface Entry<Value> {
  readonly key: string;
  readonly value: Value;
  readonly ttlMs?: number;
}

export interface Store {
  /** The shelf of this name (letters only), made when it is new; the same name is always the same shelf. */
  shelf<Value>(name: string): Shelf<Value>;
  close(): Promise<void>;
}
