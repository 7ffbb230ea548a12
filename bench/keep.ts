/**
 * What remembering and resting cost: `node bench/keep.ts [--seen 1000000] [--idle 60]`.
 * Bytes on disk of a remembered article; from start to first poll with so many in the store; memory and processor
 * time of an idle bot with 1,000 feeds over so many seconds (600 for the figures in docs/operating.md).
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { feedId } from '../src/feedId.ts';
import type { Feed } from '../src/model.ts';
import { openStore } from '../src/store/openStore.ts';
import { asStarted } from './asStarted.ts';
import { asCount, figure, asMb, asMs } from './figure.ts';
import { cpuMsOf, memoryMbOf } from './scaling/processFigures.ts';

const { values } = parseArgs({
  options: { seen: { type: 'string', default: '1000000' }, idle: { type: 'string', default: '60' } },
});
const seen = Number(values.seen);
const idleS = Number(values.idle);
const day = 86_400_000;
const longestStartMs = 1_500;
const mostIdleMb = 120;
const folder = await mkdtemp(join(tmpdir(), 'pactwire-keep-'));

const bot = (store: string): ChildProcess =>
  spawn(process.execPath, [...asStarted, resolve('src/main.ts'), 'start'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      STORE_URL: `sqlite:${store}`,
      PACKS: 'none',
      LOG_LEVEL: 'silent',
      FEEDS_ALLOW_PRIVATE: '127.0.0.0/8',
    },
    stdio: 'ignore',
  });
const stop = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
};
const follow = async (store: string, addresses: readonly string[]): Promise<void> => {
  const kept = await openStore(`sqlite:${store}`);
  const feeds = addresses.map((url): Feed => ({ id: feedId(url), url, title: url }));
  await kept.shelf<Feed>('feeds').setMany(feeds.map((feed) => ({ key: feed.id, value: feed })));
  await kept.close();
};

async function remember(store: string): Promise<number> {
  const kept = await openStore(`sqlite:${store}`);
  const shelf = kept.shelf<number>('seen');
  const id = (n: number): string => createHash('sha256').update(`${n}`).digest('base64url').slice(0, 22);
  for (let from = 0; from < seen; from += 10_000)
    await shelf.setMany(
      Array.from({ length: Math.min(10_000, seen - from) }, (_, n) => ({
        key: id(from + n),
        value: Date.now(),
        ttlMs: 120 * day,
      })),
    );
  await kept.close();
  return (await stat(store)).size / seen;
}

/** What a link takes in the list of a script that remembers by itself. */
const plainBytes = (): number =>
  JSON.stringify('https://news.example/2026/11/25/two-companies-agree-on-something-of-this-length').length +
  1;

async function firstPoll(store: string): Promise<number> {
  const asked = Promise.withResolvers<void>();
  const server = createServer((_, response) => {
    asked.resolve();
    response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  await follow(store, [`http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`]);
  const started = performance.now();
  const child = bot(store);
  await asked.promise;
  const tookMs = performance.now() - started;
  await stop(child);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  return tookMs;
}

/** Until it has computed next to nothing three times in a row: on a busy machine work may have to wait for its turn. */
async function quiet({ pid }: ChildProcess): Promise<void> {
  for (let [calm, before] = [0, 0]; calm < 3; ) {
    await sleep(5_000);
    const now = cpuMsOf(pid);
    calm = now - before < 100 ? calm + 1 : 0;
    before = now;
  }
}

interface Idle {
  /** After the first round, in which 30,000 articles were judged. */
  readonly afterWorkMb: number;
  readonly mb: number;
  readonly core: number;
}

async function idle(store: string): Promise<Idle> {
  const publishers = fork(resolve(import.meta.dirname, 'poll/publishers.ts'));
  const [{ port }] = (await once(publishers, 'message')) as [{ readonly port: number }];
  await follow(
    store,
    Array.from(
      { length: 1000 },
      (_, n) => `http://127.1.${1 + Math.floor(n / 250)}.${1 + (n % 250)}:${port}/feed`,
    ),
  );
  const first = bot(store);
  await quiet(first);
  // It gives memory back when it has rested for ten seconds.
  await sleep(25_000);
  const afterWorkMb = memoryMbOf(first.pid);
  await stop(first);
  const child = bot(store);
  await quiet(child);
  const before = cpuMsOf(child.pid);
  await sleep(idleS * 1000);
  const figures = {
    afterWorkMb,
    mb: memoryMbOf(child.pid),
    core: (cpuMsOf(child.pid) - before) / (idleS * 1000),
  };
  await stop(child);
  publishers.kill();
  return figures;
}

try {
  const large = join(folder, 'large.db');
  const bytes = await remember(large);
  const started = [await firstPoll(large), await firstPoll(large)];
  const resting = await idle(join(folder, 'small.db'));
  figure('disk, a remembered article', `${Math.round(bytes)} bytes`, {
    instead: { of: 'links in a JSON file, written anew each time', value: `${plainBytes()} bytes` },
  });
  figure(`start to first poll, ${asCount(seen)} articles remembered`, asMs(Math.min(...started)), {
    bar: `≤ ${asMs(longestStartMs)}`,
  });
  const bar = `≤ ${asMb(mostIdleMb)}`;
  figure('at rest with 1,000 feeds, memory', asMb(resting.mb), { bar });
  figure('… after a round that judged 30,000 articles', asMb(resting.afterWorkMb), { bar });
  figure(`… processor over ${idleS} s`, `${(resting.core * 100).toFixed(2)} % of a core`, { bar: '≤ 1 %' });
  const broken = [
    Math.min(...started) <= longestStartMs || 'start to first poll takes too long',
    Math.max(resting.mb, resting.afterWorkMb) <= mostIdleMb || 'rest takes too much memory',
    resting.core <= 0.01 || 'rest takes too much of the processor',
  ].filter((one) => one !== true);
  for (const sentence of broken) console.error(sentence);
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true });
}
