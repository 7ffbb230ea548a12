import { createPostgresBackend, withBackend } from 'bullmq';
import type { Engine, JobData } from './engine.ts';

const { Queue, Worker } = withBackend(createPostgresBackend);

/**
 * BullMQ on PostgreSQL (13 or newer): a schema `bullmq`, which it makes and moves on by itself.
 * @param prefix keeps several bots on one server apart.
 */
export const postgresEngine = (url: string, prefix = 'pactwire-jobs'): Engine => {
  const connection = { connectionString: url, migrate: true, keepAlive: true };
  return {
    queue: (name) => new Queue<JobData>(name, { connection, prefix }),
    worker: (name, run, options) => new Worker<JobData, void>(name, run, { connection, prefix, ...options }),
    close: async () => {},
  };
};
