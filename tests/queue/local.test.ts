import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../src/queue/journal.ts';
import { localQueue } from '../../src/queue/local.ts';
import type { Queue } from '../../src/queue/queue.ts';
import { openStore } from '../../src/store/openStore.ts';
import type { Shelf } from '../../src/store/store.ts';
import { fakeClock } from '../contracts/restartableQueue.ts';
import { queueContract } from '../contracts/queueContract.ts';
import { resumeContract } from '../contracts/resumeContract.ts';
import { scheduleContract } from '../contracts/scheduleContract.ts';

const folder = mkdtempSync(join(tmpdir(), 'pactwire-queue-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
const surprise = (error: unknown): never => {
  throw error;
};

/** A killed process loses its memory but not what it had written: the next one starts from the shelf alone. */
const restartable = (shelf: Shelf<JournalEntry>) => async () => {
  const errors: unknown[] = [];
  const open = async (): Promise<Queue> =>
    localQueue(shelf, { onError: (failure) => errors.push(failure), onFatal: surprise });
  return { queue: await open(), restart: open, errors };
};

for (const contract of [queueContract, resumeContract, scheduleContract]) {
  contract('a local queue on SQLite', async () => {
    const store = await openStore(`sqlite:${join(folder, `${count++}.db`)}`);
    return restartable(store.shelf('jobs'))();
  });
  contract('a local queue in memory', async () => {
    const store = await openStore('memory:');
    return restartable(store.shelf('jobs'))();
  });
}

/** The queue gives others their turn, on a busy machine after every job. */
const turn = (): Promise<void> => new Promise((resume) => setImmediate(resume));

describe('localQueue', () => {
  it('rejects an add that cannot be written, and adds none of it', async () => {
    const store = await openStore('memory:');
    const shelf = store.shelf<JournalEntry>('jobs');
    const queue = await localQueue({ ...shelf, setMany: broken }, { onError: surprise, onFatal: surprise });
    const run = vi.fn();
    queue.work('tell', { concurrency: 1 }, run);
    await expect(queue.add([{ kind: 'tell', id: 'a' }])).rejects.toThrow('the disk is full');
    await queue.idle();
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    ['done', 'delete', { is: 'done' }],
    ['to be run again', 'setMany', { is: 'again', inMs: 1 }],
  ] as const)('stops, and says so, when it cannot write that a job is %s', async (_, verb, outcome) => {
    const store = await openStore('memory:');
    const shelf = store.shelf<JournalEntry>('jobs');
    await (await localQueue(shelf, { onError: surprise, onFatal: surprise })).add([
      { kind: 'deliver', id: 'a' },
      { kind: 'deliver', id: 'b' },
    ]);
    const onFatal = vi.fn();
    const ran: string[] = [];
    const queue = await localQueue({ ...shelf, [verb]: broken }, { onError: surprise, onFatal });
    const idle = queue.idle();
    queue.work('deliver', { concurrency: 1 }, async (id) => {
      ran.push(id);
      return outcome;
    });
    await expect(idle).rejects.toThrow('The queue has stopped: its journal cannot be written.');
    await expect(queue.add([])).rejects.toThrow('has stopped');
    await queue.close();
    expect(onFatal).toHaveBeenCalledExactlyOnceWith(new Error('the disk is full'));
    expect(ran).toEqual(['a']);
  });

  it('says which job failed, how often, and when it is tried again', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const { queue, errors } = await restartable((await openStore('memory:')).shelf('jobs'))();
    const error = new Error('no answer');
    await queue.add([{ kind: 'poll', id: 'a' }]);
    queue.work('poll', { concurrency: 1 }, async () => Promise.reject(error));
    await vi.waitFor(() => expect(errors).toHaveLength(1));
    await turn();
    await vi.advanceTimersByTimeAsync(1000);
    await vi.waitFor(() => expect(errors).toHaveLength(2));
    await queue.close();
    vi.useRealTimers();
    expect(errors).toEqual([
      { of: 'job', kind: 'poll', id: 'a', failures: 1, retryInMs: 1000, error },
      { of: 'job', kind: 'poll', id: 'a', failures: 2, retryInMs: 2000, error },
    ]);
  });

  it('waits longer than a timer of Node can', async () => {
    const month = 31 * 24 * 60 * 60_000;
    fakeClock.begin();
    const { queue } = await restartable((await openStore('memory:')).shelf('jobs'))();
    let runs = 0;
    await queue.add([{ kind: 'digest', id: 'a' }]);
    queue.work('digest', { concurrency: 1 }, async () => {
      runs += 1;
      return runs === 1 ? { is: 'again', inMs: month } : { is: 'done' };
    });
    await vi.waitFor(() => expect(runs).toBe(1));
    await turn();
    await vi.advanceTimersByTimeAsync(60_000);
    vi.setSystemTime(Date.now() + month - 3 * 60_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toBe(1);
    await fakeClock.until(queue.idle());
    fakeClock.end();
    expect(runs).toBe(2);
  });

  it('lets timers have their turn while jobs only compute', async () => {
    const { queue } = await restartable((await openStore('memory:')).shelf('jobs'))();
    await queue.add(Array.from({ length: 5000 }, (_, n) => ({ kind: 'tell', id: `${n}` })));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    queue.work('tell', { concurrency: 1 }, async () => ({ is: 'done' }));
    await queue.idle();
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });
});

const broken = async (): Promise<never> => {
  throw new Error('the disk is full');
};

describe('a fleeting job', () => {
  it('runs like any other, and is neither written down nor left over', async () => {
    const store = await openStore('memory:');
    const shelf = store.shelf<JournalEntry>('jobs');
    const queue = await localQueue(shelf, { onError: surprise, onFatal: surprise });
    const written: string[] = [];
    let runs = 0;
    queue.work('poll', { concurrency: 1 }, async () => {
      for await (const [key] of shelf.entries()) written.push(key);
      runs += 1;
      return runs === 1 ? { is: 'again', inMs: 1 } : { is: 'done' };
    });
    await queue.add([{ kind: 'poll', id: 'a', fleeting: true }]);
    await queue.idle();
    await queue.close();
    await store.close();
    expect([runs, written]).toEqual([2, []]);
  });
});
