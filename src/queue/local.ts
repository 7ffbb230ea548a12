import type { Shelf } from '../store/store.ts';
import { attempt } from './attempt.ts';
import type { QueueFailure } from './failure.ts';
import { type JournalEntry, journal, type WaitingJob } from './journal.ts';
import { type Lane, lane } from './lane.ts';
import type { Job, Queue } from './queue.ts';
import { schedule } from './schedule.ts';

export interface LocalQueueOptions {
  readonly onError: (failure: QueueFailure) => void;
  /**
   * How a job ended could not be written, so a restart will repeat it. The queue takes up nothing more;
   * the process should say so and end.
   */
  readonly onFatal: (error: unknown) => void;
}

/** Somebody who waits for jobs of these kinds (or of any) to be done. */
interface Awaited {
  readonly kinds: readonly string[] | undefined;
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

/** A queue inside one process, which resumes from its journal after a kill. Nobody else may use the shelf. */
export const localQueue = async (shelf: Shelf<JournalEntry>, options: LocalQueueOptions): Promise<Queue> => {
  const book = journal(shelf);
  const lanes = new Map<string, Lane>();
  const schedules: (() => Promise<void>)[] = [];
  const awaited = new Set<Awaited>();
  let stopped: Error | undefined;
  let lastAdd: Promise<void> = Promise.resolve();
  let lastOrder = 0;

  const isIdle = (kinds?: readonly string[]): boolean =>
    kinds === undefined
      ? lanes.values().every((each) => each.isEmpty())
      : kinds.every((kind) => lanes.get(kind)?.isEmpty() ?? true);
  const rest = (): void => {
    for (const one of awaited) {
      if (!isIdle(one.kinds)) continue;
      awaited.delete(one);
      one.resolve();
    }
  };
  const laneOf = (kind: string): Lane => {
    const found = lanes.get(kind) ?? lane(rest);
    lanes.set(kind, found);
    return found;
  };
  const line = (job: WaitingJob): void => laneOf(job.kind).put(job);

  const stop = async (reason: Error): Promise<void> => {
    stopped ??= reason;
    for (const { reject } of awaited) reject(stopped);
    awaited.clear();
    await Promise.all([...lanes.values().map((each) => each.close()), ...schedules.map((end) => end())]);
  };
  const add = async (jobs: readonly Job[]): Promise<void> => {
    if (stopped !== undefined) throw stopped;
    const fresh = new Map<string, WaitingJob>();
    for (const { kind, id, fleeting } of jobs) {
      if (!/^[^/]+$/.test(kind)) throw new RangeError(`${JSON.stringify(kind)} cannot be a kind of job.`);
      const key = `${kind}/${id}`;
      if (fresh.has(key) || laneOf(kind).has(id)) continue;
      lastOrder += 1;
      fresh.set(key, { kind, id, order: lastOrder, ...(fleeting && { fleeting }) });
    }
    await book.write([...fresh.values()].filter((job) => !job.fleeting));
    fresh.values().forEach(line);
  };

  for (const job of await book.load()) {
    lastOrder = job.order;
    line(job);
  }

  return {
    async add(jobs) {
      // One after the other, so that a job added twice at once is written once, and is durable for both.
      const turn = lastAdd.then(() => add(jobs));
      lastAdd = turn.catch(() => {});
      return turn;
    },
    every(name, cron, run, timezone = 'Etc/UTC') {
      const guarded = (): Promise<void> =>
        run().catch((error: unknown) => options.onError({ of: 'schedule', name, error }));
      schedules.push(schedule(name, cron, guarded, timezone));
    },
    work(kind, { concurrency, until }, handle) {
      if (until?.aborted) return;
      const run = async (job: WaitingJob): Promise<WaitingJob | undefined> => {
        const again = await attempt(job, handle, options.onError);
        if (job.fleeting) return again && { ...again, fleeting: true };
        try {
          if (again === undefined) await book.erase(job);
          else if (again !== job) await book.write([again]);
          return again;
        } catch (error) {
          void stop(new Error('The queue has stopped: its journal cannot be written.', { cause: error }));
          options.onFatal(error);
          return job;
        }
      };
      laneOf(kind).open({ concurrency, run });
      until?.addEventListener('abort', () => laneOf(kind).rest(), { once: true });
    },
    async idle(kinds) {
      if (stopped !== undefined) throw stopped;
      if (isIdle(kinds)) return;
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      awaited.add({ kinds, resolve, reject });
      return promise;
    },
    async depth() {
      return new Map(lanes.entries().map(([kind, each]) => [kind, each.size()]));
    },
    async close() {
      await lastAdd;
      await stop(new Error('The queue is closed.'));
    },
  };
};
