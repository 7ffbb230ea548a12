import { describe, expect, it, onTestFinished } from 'vitest';
import { gathering } from '../../src/store/gathering.ts';
import { openStore } from '../../src/store/openStore.ts';
import type { Entry, Shelf } from '../../src/store/store.ts';

async function shelves() {
  const store = await openStore('memory:');
  onTestFinished(() => store.close());
  const shelf = store.shelf<number>('states');
  const batches: string[][] = [];
  const watched: Shelf<number> = {
    ...shelf,
    async setMany(entries: readonly Entry<number>[]) {
      batches.push(entries.map(({ key }) => key));
      await shelf.setMany(entries);
    },
  };
  return { shelf, batches, gathered: gathering(watched, 5) };
}

describe('writes to a gathering shelf', () => {
  it('share a transaction, and resolve when they are durable', async () => {
    const { shelf, batches, gathered } = await shelves();
    await Promise.all([gathered.set('a', 1), gathered.set('b', 2), gathered.set('a', 3)]);
    expect(batches).toEqual([['a', 'b']]);
    expect(await shelf.getMany(['a', 'b'])).toEqual([3, 2]);
    await gathered.set('c', 4);
    expect(batches.length).toBe(2);
  });

  it('reject all together when they cannot be written', async () => {
    const { shelf } = await shelves();
    const broken = gathering<number>(
      {
        ...shelf,
        setMany: async () => {
          throw new Error('The disk is full.');
        },
      },
      1,
    );
    const results = await Promise.allSettled([broken.set('a', 1), broken.set('b', 2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('with an end of their own are written by themselves', async () => {
    const { shelf, batches, gathered } = await shelves();
    await gathered.set('a', 1, 60_000);
    expect([batches, await shelf.get('a')]).toEqual([[], 1]);
  });
});
