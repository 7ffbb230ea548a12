import { afterAll, beforeAll } from 'vitest';
import { postgresEngine } from '../../src/queue/postgresEngine.ts';
import { queueContract } from '../contracts/queueContract.ts';
import { type RestartableQueue, realClock } from '../contracts/restartableQueue.ts';
import { resumeContract } from '../contracts/resumeContract.ts';
import { describeOnPostgres, startPostgres } from '../servers/postgres.ts';
import type { Server } from '../servers/server.ts';
import { restartableOn } from './bullmq.ts';

describeOnPostgres('a queue on PostgreSQL', () => {
  let postgres: Server;
  let count = 0;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => postgres.close());

  const open = async (): Promise<RestartableQueue> => {
    count += 1;
    return restartableOn(postgres.port, (port) =>
      postgresEngine(`postgres://pactwire@127.0.0.1:${port}/postgres`, `bot-${count}`),
    );
  };
  queueContract('BullMQ on PostgreSQL', open, realClock);
  resumeContract('BullMQ on PostgreSQL', open, realClock);
});
