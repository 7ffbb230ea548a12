import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bullQueue } from '../../src/queue/bullmq.ts';
import { redisEngine } from '../../src/queue/redisEngine.ts';
import { queueContract } from '../contracts/queueContract.ts';
import { type RestartableQueue, realClock } from '../contracts/restartableQueue.ts';
import { resumeContract } from '../contracts/resumeContract.ts';
import { describeOnRedis, startRedis } from '../servers/redis.ts';
import type { Server } from '../servers/server.ts';
import { restartableOn } from './bullmq.ts';

describeOnRedis('a queue on Redis', () => {
  let redis: Server;
  let database = 0;
  beforeAll(async () => {
    redis = await startRedis('--databases', '100', '--maxmemory-policy', 'noeviction');
  });
  afterAll(async () => redis.close());

  const open = async (): Promise<RestartableQueue> => {
    database += 1;
    return restartableOn(redis.port, (port) => redisEngine(`redis://127.0.0.1:${port}/${database}`));
  };
  queueContract('BullMQ on Redis', open, realClock);
  resumeContract('BullMQ on Redis', open, realClock);

  it('runs a schedule in one process of several, and never beside itself', async () => {
    database += 1;
    const errors: unknown[] = [];
    const processes = Array.from({ length: 3 }, () =>
      bullQueue(redisEngine(`${redis.url}/${database}`), { onError: (failure) => errors.push(failure) }),
    );
    let running = 0;
    let most = 0;
    let runs = 0;
    for (const queue of processes)
      queue.every('round', '* * * * * *', async () => {
        runs += 1;
        running += 1;
        most = Math.max(most, running);
        await pause(300);
        running -= 1;
        if (runs === 1) throw new Error('no network');
      });
    await pause(3500);
    await Promise.all(processes.map(async (queue) => queue.close()));
    expect([most, runs >= 2 && runs <= 4, errors.length]).toEqual([1, true, 1]);
  });

  it.each([
    ['cron expression', '61 * * * *', 'Etc/UTC', /minute/],
    ['cron expression', 'often', 'Etc/UTC', /fields/],
    ['time zone', '* * * * *', 'Middle/Earth', /time zone/],
  ])('refuses a wrong %s at once', async (_, cron, timezone, complaint) => {
    const { queue } = await open();
    expect(() => queue.every('poll', cron, async () => {}, timezone)).toThrow(complaint);
    await queue.close();
  });
});
