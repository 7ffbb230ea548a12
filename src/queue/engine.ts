import type { Job, Queue as BullQueue, WorkerOptions } from 'bullmq';

export interface JobData {
  readonly id: string;
  /** How often in a row its handler threw. */
  readonly failures?: number;
}

export type BullJob = Pick<Job<JobData>, 'data' | 'id' | 'name' | 'opts' | 'moveToDelayed' | 'updateData'>;

export interface BullWorker {
  close(force?: boolean): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Makes BullMQ's queues and workers on one server. */
export interface Engine {
  readonly queue: (name: string) => BullQueueVerbs;
  readonly worker: (
    name: string,
    run: (job: BullJob, token: string | undefined) => Promise<void>,
    options: Pick<WorkerOptions, Timing | 'concurrency'>,
  ) => BullWorker;
  /** Ends the connections, also while the server is away. */
  readonly close: () => Promise<void>;
}

export type Timing = 'lockDuration' | 'stalledInterval' | 'maxStalledCount';

export interface BullQueueVerbs {
  addBulk(jobs: Parameters<BullQueue<JobData>['addBulk']>[0]): Promise<unknown>;
  getJobCounts(...states: ('wait' | 'active' | 'delayed')[]): Promise<Record<string, number>>;
  setGlobalConcurrency(most: number): Promise<unknown>;
  upsertJobScheduler: (
    name: string,
    repeat: { readonly pattern: string; readonly tz: string },
    template: { readonly name: string; readonly data: JobData },
  ) => Promise<unknown>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}
