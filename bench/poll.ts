/**
 * What a round over many feeds costs beside a plain rss-parser loop: `node bench/poll.ts [feeds]` (1,000 unless told).
 * Feeds of 30 items on loopback, each a host of its own, answering after 20 ms; publishers, bot and loop are processes
 * of their own. Exits with 1 when an item is missed or found twice, or a bound is broken.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { itemsPerFeed } from './poll/terms.ts';

interface Figures {
  readonly unseen: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMb: number;
}

const count = Number(process.argv[2] ?? 1_000);
const renewed = Math.ceil(count / 10);
/** Of the plain loop's CPU, for a round in which nothing is new. */
const warmShare = 1 / 5;
const mostMb = 200;

const hosts = Array.from(
  { length: count },
  (_, at) => `127.${1 + Math.floor(at / 62_500)}.${1 + (Math.floor(at / 250) % 250)}.${1 + (at % 250)}`,
);

async function told<Message>(publishers: ChildProcess): Promise<Message> {
  const [message] = (await once(publishers, 'message')) as [Message];
  return message;
}

async function run(command: readonly string[], folder: string, stdin: string): Promise<readonly string[]> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: resolve(import.meta.dirname, '..'),
    env: {
      PATH: process.env['PATH'],
      PACKS: 'none',
      STORE_URL: `sqlite:${join(folder, 'pactwire.db')}`,
      LOG_LEVEL: 'silent',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(stdin);
  return (await text(child.stdout)).trim().split('\n');
}

async function bot(folder: string): Promise<Figures> {
  const command = [
    'npm',
    'run',
    '-s',
    'pactwire',
    '--',
    'once',
    '--json',
    '--opml',
    join(folder, 'feeds.opml'),
  ];
  const line = (await run(command, folder, '')).at(-1) ?? '';
  return (JSON.parse(line) as { readonly round: Figures }).round;
}

async function plain(folder: string, addresses: readonly string[]): Promise<Figures[]> {
  const command = [process.execPath, resolve(import.meta.dirname, 'poll/plainLoop.ts')];
  const lines = await run(command, folder, addresses.join('\n'));
  return lines.map((line) => JSON.parse(line) as Figures);
}

function show(name: string, { ms, cpuMs, peakMb, unseen }: Figures): void {
  console.log(
    `${name.padEnd(28)} ${String(ms).padStart(6)} ms wall ${String(cpuMs).padStart(6)} ms CPU ` +
      `${String(peakMb).padStart(4)} MB peak ${String(unseen).padStart(7)} new`,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'pactwire-bench-'));
const publishers = fork(resolve(import.meta.dirname, 'poll/publishers.ts'));
try {
  const { port } = await told<{ readonly port: number }>(publishers);
  const addresses = hosts.map((host) => `http://${host}:${port}/feed`);
  const outlines = addresses.map((url) => `<outline type="rss" text="${url}" xmlUrl="${url}"/>`).join('\n');
  await writeFile(join(folder, 'feeds.opml'), `<opml version="2.0"><body>${outlines}</body></opml>`);

  const loop = await plain(folder, addresses);
  const cold = await bot(folder);
  const warm = await bot(folder);
  publishers.send({ publish: hosts.slice(0, renewed) });
  await told(publishers);
  const fresh = await bot(folder);

  const [, loopWarm] = loop;
  if (!loopWarm) throw new Error('The plain loop gave no figures.');
  loop.forEach((figures, at) => show(`plain loop, round ${at + 1}`, figures));
  show('pactwire, cold', cold);
  show('pactwire, warm', warm);
  show(`pactwire, ${renewed} with one new`, fresh);
  const share = warm.cpuMs / loopWarm.cpuMs;
  console.log(`warm: 1/${(1 / share).toFixed(1)} of the loop's CPU`);

  const broken = [
    cold.unseen === count * itemsPerFeed || 'cold: not every item was found once',
    warm.unseen === 0 || 'warm: something was found twice',
    fresh.unseen === renewed || 'new items: not every one was found once',
    share <= warmShare || `warm takes more than ${warmShare} of the loop's CPU`,
    Math.max(cold.peakMb, warm.peakMb, fresh.peakMb) <= mostMb || `more than ${mostMb} MB`,
  ].filter((one) => one !== true);
  for (const sentence of broken) console.error(sentence);
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  publishers.kill();
  await rm(folder, { recursive: true });
}
