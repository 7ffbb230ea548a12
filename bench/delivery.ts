/**
 * How long delivering takes beside what the platforms' limits allow, and how soon a bot with much to send is back:
 * `node bench/delivery.ts [--chats 10000] [--pending 100000]`. The bot is a process of its own, the platforms are
 * the tests' fakes on loopback with their documented limits on.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Delivery } from '../src/delivery.ts';
import { deliveryId } from '../src/deliveryId.ts';
import { memory } from '../src/memory.ts';
import type { JournalEntry } from '../src/queue/journal.ts';
import { openStore } from '../src/store/openStore.ts';
import { type Bot, startBot } from '../tests/bot.ts';
import { type City, city } from '../tests/chaos/city.ts';
import { aStory } from '../tests/story.ts';
import { asStarted } from './asStarted.ts';
import { asCount, figure, asMb, asMs } from './figure.ts';

const { values } = parseArgs({
  options: { chats: { type: 'string', default: '10000' }, pending: { type: 'string', default: '100000' } },
});
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** The most memory that the process has had so far, in MB (Linux tells). */
const peakMb = ({ pid }: Bot): number =>
  Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;

/** Processor time of the process so far: what a start costs, whatever else the machine does. */
function cpuMs({ pid }: Bot): number {
  const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .split(' ')
    .slice(13, 15)
    .map(Number);
  return (user + system) * 10;
}

/** One story to many chats: half of them on Discord (50 requests a second), half on Telegram (30 messages a second). */
async function manyChats(chats: number): Promise<void> {
  const town = await city(chats, { limits: true });
  town.publish();
  const bot = startBot({ ...town.surroundings, flags: asStarted });
  const began = await firstPost(town);
  while (town.posted() < chats) await sleep(100);
  const tookMs = Date.now() - began;
  const boundMs = Math.max(chats / 2 / 50, chats / 2 / 30) * 1_000;
  console.log(
    `one story to ${chats} chats: ${seconds(tookMs)}, ${(tookMs / boundMs).toFixed(3)} × the ${seconds(boundMs)} that the limits allow; refused: ${JSON.stringify(town.refused())}; peak ${peakMb(bot).toFixed(0)} MB`,
  );
  figure(
    `one story to ${asCount(chats)} chats, half on each platform`,
    `${(tookMs / boundMs).toFixed(2)} × what limits allow`,
  );
  figure('… most memory', asMb(peakMb(bot)));
  await bot.stop();
  await town.leave();
}

/** Many deliveries were waiting when the bot ended: how soon does it listen and post again? */
async function muchPending(pending: number): Promise<void> {
  const chats = 2_000;
  const town = await city(chats, { limits: true });
  await fill(town, pending);
  const spawned = Date.now();
  const bot = startBot({ ...town.surroundings, flags: asStarted });
  while (!town.telegram.polling) await sleep(5);
  const [listensMs, listensCpuMs] = [Date.now() - spawned, cpuMs(bot)];
  const posts = (await firstPost(town)) - spawned;
  await sleep(10_000);
  console.log(
    `${pending} deliveries pending at the start: listening after ${seconds(listensMs)} (${seconds(listensCpuMs)} of processor time), posting after ${seconds(posts)}, peak ${peakMb(bot).toFixed(0)} MB`,
  );
  figure(`start with ${asCount(pending)} posts waiting, to listening`, asMs(listensMs));
  figure('… to posting', asMs(posts));
  await bot.kill();
  await town.leave();
}

async function firstPost(town: City): Promise<number> {
  while (town.posted() === 0) await sleep(5);
  return Date.now();
}

async function fill({ database, destinations }: City, pending: number): Promise<void> {
  const store = await openStore(`sqlite:${database}`);
  const { deliveries, jobs, stories } = memory(store);
  const told = Array.from({ length: Math.ceil(pending / destinations.length) }, (_, n) =>
    aStory({ id: `s${n}` as Delivery['story'], headline: `Story ${n}` }),
  );
  await stories.setMany(told.map((story) => ({ key: story.id, value: story })));
  for (const [n, story] of told.entries()) {
    const waiting = destinations.map(
      (to): Delivery => ({
        id: deliveryId(story.id, { to }),
        story: story.id,
        to,
        createdAt: Date.now(),
        state: { is: 'waiting' },
      }),
    );
    await deliveries.setMany(waiting.map((value) => ({ key: value.id, value })));
    await jobs.setMany(
      waiting.map(({ id, to }, at): { key: string; value: JournalEntry } => ({
        key: `deliver-${to.platform}/${id}`,
        value: { order: 1 + n * destinations.length + at },
      })),
    );
  }
  await store.close();
}

await muchPending(Number(values.pending));
await manyChats(Number(values.chats));
