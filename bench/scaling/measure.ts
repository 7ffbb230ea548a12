import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { feedId } from '../../src/feedId.ts';
import type { Feed } from '../../src/model.ts';
import { bullQueue } from '../../src/queue/bullmq.ts';
import { redisEngine } from '../../src/queue/redisEngine.ts';
import { openStore } from '../../src/store/openStore.ts';
import { asStarted } from '../asStarted.ts';
import { cpuMsOf } from './processFigures.ts';

export interface Measured {
  readonly pollers: number;
  readonly seconds: number;
  /** Processor time of one poll in the pollers, in ms. */
  readonly cpuMs: number;
  readonly redisCommands: number;
  /** Redis's processor time for one command, in ms. */
  readonly redisMs: number;
  readonly redisTripMs: number;
}

const port = 6390;
const url = `redis://127.0.0.1:${port}`;

/** Warm rounds over so many feeds with 1, 2 and more pollers on a Redis of their own; publishers answer after 20 ms. */
export async function measure(
  feeds: number,
  fetches: number,
  staffs: readonly number[],
): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pactwire-scaling-'));
  const server = spawn('redis-server', ['--port', `${port}`, '--dir', folder, '--save', ''], {
    stdio: 'ignore',
  });
  const publishers = fork(resolve(import.meta.dirname, '../poll/publishers.ts'));
  const [{ port: http }] = (await once(publishers, 'message')) as [{ readonly port: number }];
  await sleep(500);
  const redis = new Redis(url);
  const store = await openStore(url);
  const queue = bullQueue(redisEngine(url), { onError: () => {} });
  const list = Array.from({ length: feeds }, (_, at): Feed => {
    const address = `http://127.1.${1 + Math.floor(at / 250)}.${1 + (at % 250)}:${http}/feed`;
    return { id: feedId(address), url: address, title: address };
  });
  await store.shelf<Feed>('feeds').setMany(list.map((feed) => ({ key: feed.id, value: feed })));
  const round = async (): Promise<number> => {
    const started = performance.now();
    await queue.add(list.map(({ id }) => ({ kind: 'poll', id })));
    await queue.idle(['poll', 'tell']);
    return (performance.now() - started) / 1000;
  };

  const figures: Measured[] = [];
  try {
    for (const pollers of staffs) {
      const staff = Array.from({ length: pollers }, () => poller(folder, fetches));
      await ready(redis, pollers);
      await round();
      const before = await reading(redis, staff, server);
      const seconds = await round();
      const after = await reading(redis, staff, server);
      figures.push({
        pollers,
        seconds,
        cpuMs: (after.cpuMs - before.cpuMs) / feeds,
        redisCommands: (await commands(redis, round)) / feeds,
        redisMs: (after.redisMs - before.redisMs) / (after.commands - before.commands),
        redisTripMs: await trip(redis),
      });
      await Promise.all(staff.map(dismiss));
    }
  } finally {
    await queue.close();
    await store.close();
    redis.disconnect();
    publishers.kill();
    server.kill();
    await once(server, 'exit');
    await rm(folder, { recursive: true });
  }
  return figures;
}

const poller = (cwd: string, fetches: number): ChildProcess =>
  spawn(process.execPath, [...asStarted, resolve('src/main.ts'), 'start'], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      STORE_URL: url,
      QUEUE_URL: url,
      ROLES: 'poll',
      PACKS: 'none',
      LOG_LEVEL: 'silent',
      FEEDS_ALLOW_PRIVATE: '127.0.0.0/8',
      FETCH_CONCURRENCY: `${fetches}`,
    },
    stdio: 'ignore',
  });

const dismiss = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
};

/** Until every poller waits for jobs. */
const ready = async (redis: Redis, pollers: number): Promise<void> => {
  for (;;) {
    const waiting = String(await redis.client('LIST')).match(/cmd=bzpopmin/gu)?.length ?? 0;
    // Workers that wait block on Redis; a poller has at least those for polls, hubs and rounds.
    if (waiting >= pollers * 3) return sleep(1_000);
    await sleep(200);
  }
};

const reading = async (redis: Redis, staff: readonly ChildProcess[], server: ChildProcess) => ({
  cpuMs: staff.reduce((sum, { pid }) => sum + cpuMsOf(pid), 0),
  redisMs: cpuMsOf(server.pid),
  commands: Number(/total_commands_processed:(\d+)/u.exec(await redis.info('stats'))?.[1]),
});

/** How many commands all processes sent during a round, BullMQ's among them; what its scripts call inside Redis is part of each. */
const commands = async (redis: Redis, round: () => Promise<number>): Promise<number> => {
  const monitor = await redis.monitor();
  let count = 0;
  monitor.on('monitor', (_: string, _command: string[], source: string) => {
    if (source !== 'lua') count += 1;
  });
  await round();
  monitor.disconnect();
  return count;
};

const trip = async (redis: Redis): Promise<number> => {
  const started = performance.now();
  for (let n = 0; n < 500; n += 1) await redis.ping();
  return (performance.now() - started) / 500;
};
