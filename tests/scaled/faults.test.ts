import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedId } from '../../src/feedId.ts';
import type { Feed } from '../../src/model.ts';
import { bullQueue } from '../../src/queue/bullmq.ts';
import type { Queue } from '../../src/queue/queue.ts';
import { redisEngine } from '../../src/queue/redisEngine.ts';
import { openStore } from '../../src/store/openStore.ts';
import type { Store } from '../../src/store/store.ts';
import { type Bot, startBot } from '../bot.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/fakeDiscord.ts';
import { type FeedServer, feedServer, type Item } from '../fakes/feedServer.ts';
import { type FakeTelegram, fakeTelegram } from '../fakes/telegram/fakeTelegram.ts';
import { posts } from '../posts.ts';
import { type Cable, cable } from '../servers/cable.ts';
import { describeOnRedis, durable, startRedis } from '../servers/redis.ts';
import type { Server } from '../servers/server.ts';

/** How long Redis and the network stay away: `FAULTS_MS=60000` for the long run. */
const awayMs = Number(process.env['FAULTS_MS'] ?? 2_000);
const patience = 60_000 + awayMs;
const group = -1001;
const admin = 7;
const manageServer = 1n << 5n;

/**
 * A house of four processes on one Redis: two pollers; two tellers, which is one too many; two that would listen,
 * one of them with its clock five minutes ahead. Each has a network of its own, to be cut.
 */
describeOnRedis('many processes on one Redis', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pactwire-scaled-'));
  const staff = new Map<string, { readonly bot: Bot; readonly line: Cable }>();
  let redis: Server;
  let publisher: FeedServer;
  let discord: FakeDiscord;
  let telegram: FakeTelegram;
  let queue: Queue;
  let store: Store;
  let feed: Feed;
  const published: Item[] = [];

  const hire = async (roles: string, flags: readonly string[] = []): Promise<void> => {
    const line = await cable(redis.port);
    const url = `redis://127.0.0.1:${line.port}`;
    const env = { QUEUE_URL: url, STORE_URL: url, ROLES: roles };
    staff.set(roles, { bot: startBot({ cwd: folder, discord, telegram, env, flags }), line });
  };
  const member = (roles: string) => {
    const found = staff.get(roles);
    if (!found) throw new Error(`Nobody does ${roles}.`);
    return found;
  };
  const logs = (): string => [...staff].map(([roles, { bot }]) => `${roles}:\n${bot.log()}`).join('\n');

  /** Publishes one more story and has the feed polled. */
  const publish = async (a: string, b: string): Promise<void> => {
    published.unshift({
      title: `${a} partners with ${b}`,
      guid: `${a}-${b}`,
      description: `${a} and ${b} announced a partnership to develop a product together.`,
    });
    publisher.publish('/news', 'The Circuit Post', published);
    await queue.add([{ kind: 'poll', id: feed.id }]);
  };
  const until = async (isSo: () => boolean): Promise<void> => {
    for (const since = performance.now(); !isSo(); await sleep(50))
      if (performance.now() - since > patience - 10_000)
        throw new Error(`It does not come about.\n${logs()}`);
  };
  /** How often each story was posted, on Discord and on Telegram, once all are out. */
  const tellings = async (): Promise<readonly (readonly number[])[]> => {
    const counts = () =>
      published.map(({ title }) =>
        Object.values(posts({ discord, telegram }, group)).map(
          (texts) => texts.filter((text) => text.includes(title)).length,
        ),
      );
    await until(() =>
      counts()
        .flat()
        .every((count) => count > 0),
    );
    // Time for what would come twice.
    await sleep(500);
    return counts();
  };
  const once = () => published.map(() => [1, 1]);

  beforeAll(async () => {
    [redis, publisher, discord, telegram] = await Promise.all([
      startRedis(...durable),
      feedServer(),
      fakeDiscord(),
      fakeTelegram(),
    ]);
    telegram.addChat(group, 'supergroup');
    telegram.setAdmin(group, admin);
    queue = bullQueue(redisEngine(redis.url), { onError: () => {} });
    store = await openStore(redis.url);
    const url = publisher.publish('/news', 'The Circuit Post', []);
    feed = { id: feedId(url), url, title: 'The Circuit Post' };
    await store.shelf<Feed>('feeds').set(feed.id, feed);
    await Promise.all([
      hire('poll,deliver'),
      hire('poll,tell', ['--import', resolve('tests/scaled/skewedClock.mjs')]),
      hire('tell,listen'),
      hire('deliver,listen'),
    ]);
    await until(() => discord.commands().length > 0 && telegram.polling);
    await discord.interact({ name: 'subscribe', memberPermissions: manageServer });
    await telegram.say({ chat: group, from: admin, text: '/subscribe' });
    await publish('Arbor Labs', 'Quill Systems');
  }, patience);

  // Closing a fake throws when a process broke one of its platform's rules, such as listening beside another.
  afterAll(async () => {
    await Promise.all([...staff.values()].map(async ({ bot }) => bot.stop()));
    await queue.close();
    await store.close();
    await Promise.all([...staff.values()].map(async ({ line }) => line.close()));
    await Promise.all([publisher.close(), discord.close(), telegram.close(), redis.close()]);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it(
    'tells a story once, though two tell and clocks differ',
    async () => {
      expect(await tellings()).toEqual(once());
    },
    patience,
  );

  it(
    'recovers when Redis restarts',
    async () => {
      await publish('Birch Motors', 'Nimbus Chips');
      await redis.restart();
      expect(await tellings()).toEqual(once());
    },
    patience,
  );

  it(
    'recovers when Redis is gone for a while',
    async () => {
      await publish('Cobalt Foods', 'Orbit Lines');
      await redis.kill();
      await sleep(awayMs);
      await redis.start();
      expect(await tellings()).toEqual(once());
    },
    patience,
  );

  it(
    'recovers when the network of one process is cut, and of another goes dead',
    async () => {
      member('poll,deliver').line.cut();
      member('tell,listen').line.mute();
      await publish('Dorado Bank', 'Pelican Health');
      await sleep(awayMs);
      member('poll,deliver').line.mend();
      member('tell,listen').line.mend();
      expect(await tellings()).toEqual(once());
    },
    patience,
  );

  it(
    'goes on when one of each role is killed, and lets the other listen within 30 s',
    async () => {
      const { bot } = member('tell,listen');
      await bot.kill();
      await member('poll,deliver').bot.kill();
      const killedAt = performance.now();
      await publish('Ember Games', 'Quartz Audio');
      await until(() => telegram.polling);
      expect(performance.now() - killedAt).toBeLessThan(30_000);
      expect(await tellings()).toEqual(once());
    },
    patience + 60_000,
  );
});
