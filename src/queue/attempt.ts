import { backoff } from './backoff.ts';
import type { WaitingJob } from './journal.ts';
import type { JobOutcome } from './queue.ts';

/** A handler threw; its job waits for the next try. */
export interface JobFailure {
  readonly of: 'job';
  readonly kind: string;
  readonly id: string;
  /** In a row, this one included. */
  readonly failures: number;
  readonly retryInMs: number;
  readonly error: unknown;
}

/** Runs a job once; the answer is the job as it waits for its next run (itself, if that is at once), or undefined when it is done. */
export const attempt = async (
  job: WaitingJob,
  handle: (id: string) => Promise<JobOutcome>,
  onError: (failure: JobFailure) => void,
  retryAfter: (failures: number) => number = backoff,
): Promise<WaitingJob | undefined> => {
  const { kind, id, order, failures = 0 } = job;
  try {
    const outcome = await handle(id);
    if (outcome.is === 'done') return undefined;
    if (!Number.isFinite(outcome.inMs)) throw new RangeError(`A job cannot run again in ${outcome.inMs} ms.`);
    // Nothing that would have to be written changes.
    if (outcome.inMs <= 0 && failures === 0) return job;
    return { kind, id, order, dueAt: Date.now() + outcome.inMs };
  } catch (error) {
    const retryInMs = retryAfter(failures + 1);
    onError({ of: 'job', kind, id, failures: failures + 1, retryInMs, error });
    return { kind, id, order, dueAt: Date.now() + retryInMs, failures: failures + 1 };
  }
};
