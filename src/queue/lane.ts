import { fifo } from './fifo.ts';
import type { WaitingJob } from './journal.ts';

/** How late a clock that was set ahead is noticed. */
const longestTimerMs = 60_000;
const fairShareMs = 10;

interface Worker {
  readonly concurrency: number;
  /** Runs one job; gives it back when it is to run again. Must not reject. */
  readonly run: (job: WaitingJob) => Promise<WaitingJob | undefined>;
}

/** The unfinished jobs of one kind: taken up in order, never more at once than the worker allows. */
export interface Lane {
  has(id: string): boolean;
  put(job: WaitingJob): void;
  /** Nothing runs before there is a worker. */
  open(worker: Worker): void;
  /** Takes up nothing more before there is another worker. */
  rest(): void;
  /** Takes up nothing more; resolves when nothing runs. */
  close(): Promise<void>;
  isEmpty(): boolean;
  /** Jobs that are not done. */
  size(): number;
}

/** @param onEmpty is called whenever the last job has left. */
export const lane = (onEmpty: () => void): Lane => {
  const unfinished = new Set<string>();
  const ready = fifo<WaitingJob>();
  const timers = new Set<NodeJS.Timeout>();
  const still = Promise.withResolvers<void>();
  const takeTurns = fairShare();
  let worker: Worker | undefined;
  let running = 0;
  let closed = false;

  const pump = (): void => {
    for (;;) {
      // A job may tell its worker to stop, in the middle of this.
      if (worker === undefined || running >= worker.concurrency) return;
      const job = closed ? undefined : ready.take();
      if (job === undefined) return;
      running += 1;
      void start(job, worker);
    }
  };
  const start = async (job: WaitingJob, { run }: Worker): Promise<void> => {
    const again = await run(job);
    await takeTurns();
    running -= 1;
    if (again === undefined) unfinished.delete(job.id);
    else line(again);
    if (unfinished.size === 0) onEmpty();
    if (closed && running === 0) still.resolve();
    pump();
  };
  /** Due when the wall clock says so or when the time has passed, whichever comes first: clocks get set. */
  const line = (job: WaitingJob, deadline = performance.now() + (job.dueAt ?? 0) - Date.now()): void => {
    if (closed) return;
    const waitMs = Math.min(deadline - performance.now(), (job.dueAt ?? 0) - Date.now());
    if (waitMs <= 0) {
      ready.put(job);
      pump();
      return;
    }
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        line(job, deadline);
      },
      Math.min(waitMs, longestTimerMs),
    );
    timers.add(timer);
  };

  return {
    has: (id) => unfinished.has(id),
    put(job) {
      unfinished.add(job.id);
      line(job);
    },
    open(opened) {
      if (worker !== undefined) throw new Error('This kind of job has a worker already.');
      worker = opened;
      // Not before the caller has wired up the rest.
      queueMicrotask(pump);
    },
    rest() {
      worker = undefined;
    },
    async close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      if (running > 0) await still.promise;
    },
    isEmpty: () => unfinished.size === 0,
    size: () => unfinished.size,
  };
};

/** Jobs that only compute, or read an embedded database, would otherwise keep timers and sockets from their turn. */
const fairShare = (): (() => Promise<void>) => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < fairShareMs) return;
    await new Promise((resume) => setImmediate(resume));
    since = performance.now();
  };
};
