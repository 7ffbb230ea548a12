import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Engine, JobData } from './engine.ts';

const longestPauseMs = 2_000;

/**
 * BullMQ on Redis (7.0 or newer, with `maxmemory-policy noeviction` and an append-only file).
 * @param prefix keeps several bots on one server apart.
 */
export const redisEngine = (url: string, prefix = 'pactwire-jobs'): Engine => {
  const connection = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(50 * 2 ** times, longestPauseMs),
    connectTimeout: 5_000,
  });
  // Each queue and worker reports the errors of the connection; this one would end the process.
  connection.on('error', () => {});
  return {
    queue: (name) => new Queue<JobData>(name, { connection, prefix }),
    worker: (name, run, options) => new Worker<JobData, void>(name, run, { connection, prefix, ...options }),
    async close() {
      connection.disconnect();
    },
  };
};
