import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Diagnosis } from '../../src/diagnosis.ts';
import { examine, type Machine } from '../../src/doctor/examine.ts';
import { memory } from '../../src/memory.ts';
import type { Destination, SubscriptionId } from '../../src/model.ts';
import { readConfig } from '../../src/readConfig.ts';
import { openStore } from '../../src/store/openStore.ts';
import { inFolder } from '../cli/pactwire.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/fakeDiscord.ts';
import { type FeedServer, feedServer } from '../fakes/feedServer.ts';
import { type FakeTelegram, fakeTelegram } from '../fakes/telegram/fakeTelegram.ts';

export const group = -1001;

let publisher: FeedServer;
export let discord: FakeDiscord;
export let telegram: FakeTelegram;

/** Gives every test of the file a publisher and platforms of its own. */
export function onFreshPlatforms(): void {
  beforeEach(async () => {
    [publisher, discord, telegram] = await Promise.all([feedServer(), fakeDiscord(), fakeTelegram()]);
    telegram.addChat(group, 'supergroup');
  });
  // Closing a fake throws when the doctor broke one of its platform's rules.
  afterEach(async () => {
    await Promise.all([publisher.close(), discord.close(), telegram.close()]);
  });
}

/** A bot that is set up as README says, with a subscription on each platform and one feed. */
export interface Patient {
  readonly folder: string;
  env: Record<string, string>;
  machine: Machine;
  subscribed: Destination[];
  feedUrl: string;
  stuckJobs: number;
}

export const healthy = (folder: string): Patient => ({
  folder,
  env: {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_URL: telegram.apiUrl,
    STORE_URL: `sqlite:${join(folder, 'data/pactwire.db')}`,
    PACKS: 'none',
    FEEDS_ALLOW_PRIVATE: '127.0.0.0/8',
  },
  machine: { now: Date.now, freeBytes: async () => 50e9 },
  subscribed: [
    { platform: 'discord', chat: discord.channels.text },
    { platform: 'discord', chat: discord.channels.text, topic: discord.channels.thread },
    { platform: 'telegram', chat: String(group) },
  ],
  feedUrl: publisher.publish('/feed', 'The Circuit Post', []),
  stuckJobs: 0,
});

/** What happened before the doctor came, written into the store as the running bot would have. */
async function remember({ subscribed, feedUrl, stuckJobs }: Patient, url: string): Promise<void> {
  const store = await openStore(url);
  const { subscriptions, feeds, jobs } = memory(store);
  for (const [at, to] of subscribed.entries()) {
    const id = `s${at}` as SubscriptionId;
    await subscriptions.set(id, { id, to, companies: [], leastConfidence: 0.5, createdAt: 0 });
  }
  await feeds.set('f', { id: 'f', url: feedUrl, title: 'The Circuit Post' } as never);
  for (let at = 0; at < stuckJobs; at += 1) await jobs.set(`deliver/${at}`, { order: at, failures: 30 });
  await store.close();
}

/** What the doctor finds in a healthy bot after `arrange` has done its worst. */
export async function examined(arrange: (patient: Patient) => unknown): Promise<readonly Diagnosis[]> {
  return inFolder(async (folder) => {
    const patient = healthy(folder);
    const formerStore = patient.env['STORE_URL'] ?? '';
    await arrange(patient);
    await remember(patient, formerStore);
    const read = readConfig(patient.env);
    if (!read.ok) throw new Error(read.problems.join('\n'));
    const found: Diagnosis[] = [];
    for await (const diagnosis of examine(read.config, patient.machine)) found.push(diagnosis);
    return found;
  });
}

export const troubles = (found: readonly Diagnosis[]) => found.filter(({ is }) => is !== 'ok');

/** A misconfiguration: its name, how it comes about, which check sees it, what it says and how to mend it. */
export type Case = readonly [
  name: string,
  arrange: (patient: Patient) => unknown,
  check: string,
  says: RegExp,
  mend: RegExp,
];

/** A finding that is to be mended, as `toContainEqual` takes it. */
export const mending = (check: string, says: RegExp, mend: RegExp): unknown => ({
  is: expect.stringMatching(/advice|trouble/u),
  check,
  says: expect.stringMatching(says),
  mend: expect.stringMatching(mend),
});
