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

/** Runs a job once; the answer is the job as it waits for its next run, or undefined when it is done. */
export const attempt = async (
  { kind, id, order, failures = 0 }: WaitingJob,
  handle: (id: string) => Promise<JobOutcome>,
  onError: (failure: JobFailure) => void,
): Promise<WaitingJob | undefined> => {
  try {
    const outcome = await handle(id);
    if (outcome.is === 'done') return undefined;
    if (!Number.isFinite(outcome.inMs)) throw new RangeError(`A job cannot run again in ${outcome.inMs} ms.`);
    return { kind, id, order, dueAt: Date.now() + outcome.inMs };
  } catch (error) {
    const retryInMs = backoff(failures + 1);
    onError({ of: 'job', kind, id, failures: failures + 1, retryInMs, error });
    return { kind, id, order, dueAt: Date.now() + retryInMs, failures: failures + 1 };
  }
};
