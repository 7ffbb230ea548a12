/**
 * What rounds over many feeds cost beside a plain rss-parser loop: `node bench/poll.ts [feeds] [--alone]` (1,000 unless
 * told; alone: without the loop).
 * Feeds of 30 items on loopback, each on a host of its own, answered after 20 ms; publishers, bot and loop are
 * processes of their own, and all rounds of one run in the same process, as in a bot that goes on running.
 * Exits with 1 when an item is missed or found twice, or a bound is broken.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { asStarted } from './asStarted.ts';
import { asCount, figure, asMb, asMs } from './figure.ts';
import { itemsPerFeed } from './poll/terms.ts';

interface Figures {
  readonly unseen: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMb: number;
}

const count = Number(process.argv[2] ?? 1_000);
const alone = process.argv.includes('--alone');
const renewed = Math.ceil(count / 10);
/** Of the plain loop's CPU, for a round in which nothing is new. */
const warmShare = 1 / 5;
const mostMb = count > 1_000 ? 250 : 200;
const longestWarmMs = 60_000;

const hosts = Array.from(
  { length: count },
  (_, at) => `127.${1 + Math.floor(at / 62_500)}.${1 + (Math.floor(at / 250) % 250)}.${1 + (at % 250)}`,
);

async function told<Message>(child: ChildProcess): Promise<Message> {
  const [message] = (await once(child, 'message')) as [Message];
  return message;
}

/** A process that answers every message with the figures of a round. */
async function started(script: string, file: string, folder: string): Promise<ChildProcess> {
  const child = fork(resolve(import.meta.dirname, 'poll', script), [file], {
    env: {
      PATH: process.env['PATH'],
      PACKS: 'none',
      STORE_URL: `sqlite:${join(folder, 'pactwire.db')}`,
      LOG_LEVEL: 'silent',
    },
    execArgv: [...asStarted],
  });
  await told(child);
  return child;
}

async function round(child: ChildProcess): Promise<Figures> {
  child.send('round');
  return told(child);
}

function show(name: string, { ms, cpuMs, peakMb, unseen }: Figures): void {
  console.log(
    `${name.padEnd(28)} ${String(ms).padStart(6)} ms wall ${String(cpuMs).padStart(6)} ms CPU ` +
      `${String(peakMb).padStart(4)} MB peak ${String(unseen).padStart(7)} new`,
  );
}

/** The second round of the loop, which is the one that compares with a warm one. */
async function plainRounds(): Promise<Figures> {
  const loop = await started('plainLoop.ts', join(folder, 'addresses'), folder);
  show('plain loop, cold', await round(loop));
  const again = await round(loop);
  show('plain loop, again', again);
  loop.disconnect();
  return again;
}

const folder = await mkdtemp(join(tmpdir(), 'pactwire-bench-'));
const publishers = fork(resolve(import.meta.dirname, 'poll/publishers.ts'));
try {
  const { port } = await told<{ readonly port: number }>(publishers);
  const addresses = hosts.map((host) => `http://${host}:${port}/feed`);
  const outlines = addresses.map((url) => `<outline type="rss" text="${url}" xmlUrl="${url}"/>`).join('\n');
  await writeFile(join(folder, 'feeds.opml'), `<opml version="2.0"><body>${outlines}</body></opml>`);
  await writeFile(join(folder, 'addresses'), addresses.join('\n'));

  const plain = alone ? undefined : await plainRounds();

  const bot = await started('bot.ts', join(folder, 'feeds.opml'), folder);
  const cold = await round(bot);
  show('pactwire, cold', cold);
  const warm = await round(bot);
  show('pactwire, warm', warm);
  publishers.send({ publish: hosts.slice(0, renewed) });
  await told(publishers);
  const fresh = await round(bot);
  show(`pactwire, ${renewed} with one new`, fresh);
  bot.disconnect();
  await once(bot, 'exit');

  const share = plain ? warm.cpuMs / plain.cpuMs : 0;
  const feeds = `${asCount(count)} feeds`;
  const loop = 'a loop over rss-parser';
  const beside = (value: (figures: Figures) => string) =>
    plain ? { instead: { of: loop, value: value(plain) } } : {};
  figure(`round over ${feeds}, nothing new`, asMs(warm.ms), {
    bar: `≤ ${asMs(longestWarmMs)}`,
    ...beside((one) => asMs(one.ms)),
  });
  figure('… processor time', asMs(warm.cpuMs), {
    ...(plain && { bar: '≤ 1/5 of the loop' }),
    ...beside((one) => asMs(one.cpuMs)),
  });
  figure('… with one new article in every tenth, processor time', asMs(fresh.cpuMs));
  figure(
    `first round over ${feeds}, ${asCount(count * itemsPerFeed)} articles judged, processor time`,
    asMs(cold.cpuMs),
  );
  figure(`most memory in rounds over ${feeds}`, asMb(fresh.peakMb), {
    bar: `≤ ${asMb(mostMb)}`,
    ...beside((one) => asMb(one.peakMb)),
  });
  const broken = [
    cold.unseen === count * itemsPerFeed || 'cold: not every item was found once',
    warm.unseen === 0 || 'warm: something was found twice',
    fresh.unseen === renewed || 'new items: not every one was found once',
    share <= warmShare || `warm takes more than ${warmShare} of the loop's CPU`,
    warm.ms <= longestWarmMs || `warm takes more than ${asMs(longestWarmMs)}`,
    fresh.peakMb <= mostMb || `more than ${mostMb} MB`,
  ].filter((one) => one !== true);
  for (const sentence of broken) console.error(sentence);
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  publishers.kill();
  await rm(folder, { recursive: true });
}
