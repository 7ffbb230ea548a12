/** Work that outlives the process, drawn by the pipeline that consumes it. */

/** Ids, not objects; the same kind and id is the same job while it is waiting or running. */
export interface Job {
  /** A word without `/`. */
  readonly kind: string;
  readonly id: string;
  /** Need not survive a kill, since whoever gave it will give it again: saves writing it down. */
  readonly fleeting?: true;
}

export type JobOutcome =
  | { readonly is: 'done' }
  /** The job runs again in so many milliseconds, and holds up no other meanwhile. */
  | { readonly is: 'again'; readonly inMs: number };

export interface Queue {
  /** Resolves when the jobs will survive a kill; rejects when they could not be written, and then none was added. */
  add(jobs: readonly Job[]): Promise<void>;
  /** Runs on a cron schedule, in UTC unless told otherwise, and never beside itself. Throws when `cron` is invalid. */
  every(name: string, cron: string, run: () => Promise<void>, timezone?: string): void;
  /**
   * Hands out jobs of a kind in the order they came, each at least once: again after a kill, and after `handle`
   * throws (later and later), until an outcome says that it is done.
   */
  work(
    kind: string,
    options: {
      /** How many at once in this process. */
      readonly concurrency: number;
      /** How many at once over all processes that share the queue. */
      readonly everywhere?: number;
      /** Takes up nothing more once this is aborted; another worker of the kind may follow. */
      readonly until?: AbortSignal;
    },
    handle: (id: string) => Promise<JobOutcome>,
  ): void;
  /** Resolves when no job (of these kinds, or of any) is waiting, running or due later. */
  idle(kinds?: readonly string[]): Promise<void>;
  /** How many jobs of each kind are waiting, running or due later. */
  depth(): Promise<ReadonlyMap<string, number>>;
  /** Takes up nothing more and waits for what is running; what is still waiting is there after the next start. */
  close(): Promise<void>;
}
