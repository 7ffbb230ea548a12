import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DelayedError } from 'bullmq';
import { attempt } from './attempt.ts';
import { backoff } from './backoff.ts';
import type { BullJob, BullQueueVerbs, BullWorker, Engine } from './engine.ts';
import type { QueueFailure } from './failure.ts';
import type { Job, Queue } from './queue.ts';
import { checkSchedule } from './schedule.ts';

export interface BullOptions {
  readonly onError: (failure: QueueFailure) => void;
  /** How long a job may stay with a process that shows no sign of life. */
  readonly lockMs?: number;
  /** How long a job waits after so many failures in a row. */
  readonly retryAfter?: (failures: number) => number;
}

const batch = 500;
/** What a process takes of jobs that it lets wait in lines of its own; the rest is for others. */
const mostAtOnce = 1_000;
/** BullMQ gives a job up after so many tries or deaths of its process; we never do. */
const never = 1e9;
const closingMs = 5_000;
const unfinished = ['wait', 'active', 'delayed'] as const;

/** A queue that many processes share, carried by BullMQ: its job id is the lock. */
export const bullQueue = (engine: Engine, options: BullOptions): Queue => {
  const { onError, lockMs = 30_000, retryAfter = backoff } = options;
  const queues = new Map<string, BullQueueVerbs>();
  const workers = new Set<BullWorker>();
  const timing = { lockDuration: lockMs, stalledInterval: lockMs / 2, maxStalledCount: never };
  const closed = Promise.withResolvers<never>();
  closed.promise.catch(() => {});
  let isClosed = false;
  const report = (error: Error): void => onError({ of: 'connection', error });

  const queueOf = (name: string): BullQueueVerbs => {
    const known = queues.get(name);
    if (known) return known;
    const made = engine.queue(name);
    made.on('error', report);
    queues.set(name, made);
    return made;
  };
  const employ = (
    name: string,
    concurrency: number,
    run: (job: BullJob, token: string | undefined) => Promise<void>,
    until?: AbortSignal,
  ): void => {
    if (until?.aborted) return;
    const worker = engine.worker(name, run, { concurrency: Math.min(concurrency, mostAtOnce), ...timing });
    worker.on('error', report);
    workers.add(worker);
    const dismiss = (): void => void worker.close().then(() => workers.delete(worker), report);
    until?.addEventListener('abort', dismiss, { once: true });
  };
  const open = (): void => {
    if (isClosed) throw new Error('The queue is closed.');
  };
  const kinds = (): readonly string[] => [...queues.keys()].filter((name) => !name.startsWith('every-'));
  const count = async (kind: string): Promise<number> => {
    const counts = await queueOf(kind).getJobCounts(...unfinished);
    return Object.values(counts).reduce((sum, many) => sum + many, 0);
  };
  const isIdle = async (asked: readonly string[]): Promise<boolean> =>
    (await Promise.all(asked.map(count))).every((many) => many === 0);

  return {
    async add(jobs) {
      open();
      for (const [kind, some] of Map.groupBy(jobs, (job) => job.kind)) {
        if (!/^[^/]+$/.test(kind)) throw new RangeError(`${JSON.stringify(kind)} cannot be a kind of job.`);
        for (let at = 0; at < some.length; at += batch)
          await queueOf(kind).addBulk(some.slice(at, at + batch).map(asBullJob));
      }
    },
    every(name, cron, run, timezone = 'Etc/UTC') {
      checkSchedule(cron, timezone);
      const queue = queueOf(`every-${name}`);
      let lastEnd = 0;
      const start = async (): Promise<void> => {
        await queue.setGlobalConcurrency(1);
        await queue.upsertJobScheduler(name, { pattern: cron, tz: timezone }, { name, data: { id: name } });
      };
      start().catch((error: unknown) => onError({ of: 'schedule', name, error }));
      employ(`every-${name}`, 1, async (job) => {
        // It became due while the run before was still going.
        if ((job.opts.prevMillis ?? Number.POSITIVE_INFINITY) < lastEnd) return;
        await run().catch((error: unknown) => onError({ of: 'schedule', name, error }));
        lastEnd = Date.now();
      });
    },
    work(kind, { concurrency, everywhere, until }, handle) {
      const queue = queueOf(kind);
      if (everywhere !== undefined) queue.setGlobalConcurrency(everywhere).catch(report);
      const run = async (job: BullJob, token: string | undefined): Promise<void> => {
        const { id, failures = 0 } = job.data;
        const again = await attempt({ kind, id, order: 0, failures }, handle, onError, retryAfter);
        if (again === undefined) return;
        if ((again.failures ?? 0) !== failures) await job.updateData({ id, failures: again.failures ?? 0 });
        await job.moveToDelayed(Math.max(again.dueAt ?? 0, Date.now() + 1), token);
        throw new DelayedError();
      };
      employ(kind, concurrency, run, until);
    },
    async idle(asked) {
      for (let waitMs = 10; ; waitMs = Math.min(waitMs * 1.5, 250)) {
        open();
        if (await Promise.race([isIdle(asked ?? kinds()), closed.promise])) return;
        await pause(waitMs);
      }
    },
    async depth() {
      open();
      return new Map(await Promise.all(kinds().map(async (kind) => [kind, await count(kind)] as const)));
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      closed.reject(new Error('The queue is closed.'));
      // What runs is let finish; but a server that is away would keep us for ever.
      await Promise.all(workers.values().map(async (worker) => worker.close()));
      await Promise.race([
        Promise.all(queues.values().map(async (queue) => queue.close())),
        pause(closingMs, undefined, { ref: false }),
      ]);
      await engine.close();
    },
  };
};

/** BullMQ's own ids must hold no colon and be no number; and a long one would be stored again and again. */
const asBullJob = ({ kind, id }: Job) => ({
  name: kind,
  data: { id },
  opts: {
    jobId: `j${createHash('sha256').update(id).digest('base64url').slice(0, 27)}`,
    // The id is free again once the job is done, as the queue promises.
    removeOnComplete: true,
    // Reached only when the server fails in the middle: what a handler throws is dealt with before.
    attempts: never,
    backoff: { type: 'fixed', delay: 1000 },
  },
});
