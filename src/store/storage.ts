import type { KeyvStorageAdapter } from 'keyv';

type Verbs =
  | 'get'
  | 'getMany'
  | 'has'
  | 'hasMany'
  | 'set'
  | 'setMany'
  | 'delete'
  | 'deleteMany'
  | 'clear'
  | 'iterator';

/**
 * A Keyv storage adapter for one shelf, with the verb that Keyv lacks.
 * Every failure rejects; expired entries are invisible; `expires` is an instant on this process's clock.
 */
export interface Storage extends Pick<KeyvStorageAdapter, Verbs | 'capabilities' | 'namespace'> {
  /**
   * True when the key was free (or its entry expired) and `value` is there now. No two calls bring the same `value`,
   * so that one which is repeated after a broken connection recognises its own.
   */
  add(key: string, value: unknown, expires?: number): Promise<boolean>;
}

/** What Keyv hands over to be stored. */
export const encoded = (value: unknown): string => {
  if (typeof value !== 'string') throw new TypeError('Keyv hands over serialized text.');
  return value;
};
