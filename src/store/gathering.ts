import type { Shelf } from './store.ts';

interface Waiting<Value> {
  readonly values: Map<string, Value>;
  readonly written: Promise<void>;
}

/**
 * The same shelf, on which single writes without an end wait up to `waitMs` for each other and share a transaction:
 * for what is written often by many at once. Each write still resolves when it is durable.
 */
export function gathering<Value>(shelf: Shelf<Value>, waitMs: number): Shelf<Value> {
  let waiting: Waiting<Value> | undefined;

  function begin(): Waiting<Value> {
    const values = new Map<string, Value>();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    setTimeout(() => {
      waiting = undefined;
      shelf.setMany([...values].map(([key, value]) => ({ key, value }))).then(resolve, reject);
    }, waitMs);
    return { values, written: promise };
  }

  return {
    ...shelf,
    async set(key, value, ttlMs) {
      if (ttlMs !== undefined) return shelf.set(key, value, ttlMs);
      waiting ??= begin();
      waiting.values.set(key, value);
      return waiting.written;
    },
  };
}
