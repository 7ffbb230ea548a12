import { isDeepStrictEqual } from 'node:util';
import type { Entry, Shelf, Store } from './store.ts';

const batch = 500;

export interface Copied {
  readonly shelf: string;
  readonly entries: number;
  /** Those that were not there yet, or were other ones. */
  readonly written: number;
}

export interface CopyOptions {
  /** Whether each shelf is read again at the end and compared. */
  readonly compare: boolean;
  readonly onShelf?: (copied: Copied) => Promise<void>;
  /** Called as entries arrive, or are compared. */
  readonly onEntries?: (shelf: string, entries: number) => void;
}

/**
 * Copies shelves from one store to another, lifetimes included. It may be broken off and begun anew: what is there
 * already is left alone.
 * @throws Error when an entry did not arrive as it was.
 */
export async function copyStore(
  from: Store,
  to: Store,
  shelves: readonly string[],
  { compare, onShelf = async () => {}, onEntries = () => {} }: CopyOptions,
): Promise<void> {
  for (const name of shelves) {
    const [source, target] = [from.shelf<unknown>(name), to.shelf<unknown>(name)];
    let entries = 0;
    let written = 0;
    for await (const some of batches(source)) {
      const missing = await differing(target, some);
      await target.setMany(missing);
      written += missing.length;
      entries += some.length;
      onEntries(name, some.length);
    }
    for await (const some of compare ? batches(source) : []) {
      const [lost] = await differing(target, some);
      onEntries(name, some.length);
      if (lost)
        throw new Error(
          `${name}/${lost.key} did not arrive as it was: is the bot still running? Stop it and try again.`,
        );
    }
    await onShelf({ shelf: name, entries, written });
  }
}

const differing = async (
  target: Shelf<unknown>,
  entries: readonly Entry<unknown>[],
): Promise<readonly Entry<unknown>[]> => {
  const there = await target.getMany(entries.map(({ key }) => key));
  return entries.filter(({ value }, at) => !isDeepStrictEqual(there[at], value));
};

async function* batches(shelf: Shelf<unknown>): AsyncGenerator<readonly Entry<unknown>[]> {
  let some: Entry<unknown>[] = [];
  for await (const entry of shelf.dated()) {
    some.push(entry);
    if (some.length < batch) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
