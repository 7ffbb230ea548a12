import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliveryId } from '../../src/deliveryId.ts';
import { announce } from '../../src/jobs/announce.ts';
import { type Memory, memory } from '../../src/memory.ts';
import type { Story, StoryId } from '../../src/model.ts';
import { subscriptions } from '../../src/newsroom/subscriptionsRoom.ts';
import { bullQueue } from '../../src/queue/bullmq.ts';
import type { Queue } from '../../src/queue/queue.ts';
import { redisEngine } from '../../src/queue/redisEngine.ts';
import { openStore } from '../../src/store/openStore.ts';
import type { Store } from '../../src/store/store.ts';
import { subscriptionId } from '../../src/subscriptionId.ts';
import { type Bot, startBot } from '../bot.ts';
import { type City, city } from '../chaos/city.ts';
import { retention } from '../retention.ts';
import { describeOnRedis, startRedis } from '../servers/redis.ts';
import type { Server } from '../servers/server.ts';
import { aStory } from '../story.ts';

const chats = 100;
const patience = 60_000;
const stories = [1, 2, 3].map(
  (n): Story => aStory({ id: `s-${n}` as StoryId, headline: `Lumora and Kestrel, part ${n}.` }),
);

/** Two processes that post, on platforms that count: 30 and 50 a second over all, and one a second in a chat. */
describeOnRedis('two processes that deliver', () => {
  let redis: Server;
  let town: City;
  let store: Store;
  let shelves: Memory;
  let queue: Queue;
  let bots: readonly Bot[];

  beforeAll(async () => {
    [redis, town] = await Promise.all([startRedis(), city(chats, { limits: true })]);
    store = await openStore(redis.url);
    shelves = memory(store);
    queue = bullQueue(redisEngine(redis.url), { onError: () => {} });
    for (const to of town.destinations) {
      const id = subscriptionId(to);
      await shelves.subscriptions.set(id, { id, to, companies: [], leastConfidence: 0, createdAt: 0 });
    }
    const env = { QUEUE_URL: redis.url, STORE_URL: redis.url, ROLES: 'deliver' };
    bots = ['one', 'other'].map(() => startBot({ ...town.surroundings, env }));
  }, patience);

  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    await queue.close();
    await store.close();
    await town.leave();
    await redis.close();
  }, patience);

  it(
    'keep the limits together, and lose and repeat nothing when one hands over to the other',
    async () => {
      const house = {
        memory: shelves,
        retention,
        queue,
        subscriptions: () => subscriptions(shelves),
        now: Date.now,
      };
      for (const story of stories) {
        await shelves.stories.set(story.id, story);
        await announce(house, story);
      }
      const until = async (posts: number): Promise<void> => {
        while (town.posted() < posts) await sleep(20);
      };
      await until(chats);
      // Whoever of the two has the turn: it passes once, or not at all.
      expect(await bots[0]?.stop(), bots[0]?.log()).toBe(0);
      await until(chats * stories.length);
      await queue.idle();
      for (const { headline } of stories)
        expect(town.destinations.map((to) => town.copies(to, headline)).filter((n) => n !== 1)).toEqual([]);
      expect(town.refused()).toEqual({ discord: 0, telegram: 0 });
      const ids = stories.flatMap(({ id }) => town.destinations.map((to) => deliveryId(id, { to })));
      const found = await shelves.deliveries.getMany(ids);
      expect(found.filter((delivery) => delivery?.state.is !== 'sent')).toEqual([]);
    },
    patience,
  );
});
