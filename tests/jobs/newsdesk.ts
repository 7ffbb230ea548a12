import { deliveryId } from '../../src/deliveryId.ts';
import { announce } from '../../src/jobs/announce.ts';
import { workDeliveries } from '../../src/jobs/deliver/jobs.ts';
import { deliverer } from '../../src/jobs/deliver/deliverer.ts';
import type { HouseEvent } from '../../src/jobs/house.ts';
import { revise } from '../../src/jobs/revise.ts';
import { all, type Memory, memory } from '../../src/memory.ts';
import type { Delivery } from '../../src/delivery.ts';
import type { Destination, Feed, FeedId, Story, Subscription } from '../../src/model.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { localQueue } from '../../src/queue/local.ts';
import type { Queue } from '../../src/queue/queue.ts';
import { retention } from '../retention.ts';
import { openStore } from '../../src/store/openStore.ts';
import { subscriptionId } from '../../src/subscriptionId.ts';

/** The part of the bot between a story that was told and the posts of it, on a store of its own. */
export interface Newsdesk {
  readonly memory: Memory;
  readonly queue: Queue;
  readonly events: readonly HouseEvent[];
  subscribe(to: Destination, wishes?: Partial<Subscription>): Promise<Subscription>;
  /** Remembers a story, or what has become of it, and lets it go out. */
  tell(story: Story): Promise<void>;
  delivery(story: Story, to: Destination): Promise<Delivery | undefined>;
  /** Ends one process and starts the next on the same store, `laterMs` later. */
  restart(laterMs?: number): Promise<void>;
  close(): Promise<void>;
}

export async function newsdesk(connect: () => readonly Platform[]): Promise<Newsdesk> {
  const store = await openStore('memory:');
  const shelves = memory(store);
  const events: HouseEvent[] = [];
  let late = 0;
  const base = {
    memory: shelves,
    retention,
    feeds: new Map<FeedId, Feed>(),
    subscriptions: async () =>
      (await all(shelves.subscriptions)).filter(({ paused }) => paused === undefined),
    now: () => Date.now() + late,
    report: (event: HouseEvent) => void events.push(event),
  };
  const open = async () => {
    const platforms = connect();
    const queue = await localQueue(shelves.jobs, { onFatal: surprise, onError: surprise });
    const house = {
      ...base,
      queue,
      platforms: new Map(platforms.map((platform) => [platform.name, platform])),
    };
    const delivering = deliverer(house);
    workDeliveries(queue, house, delivering);
    queue.work('revise', { concurrency: 1 }, (id) => revise({ ...base, queue }, id));
    return { queue, delivering, platforms };
  };
  let { queue, delivering, platforms } = await open();
  const end = async (): Promise<void> => {
    await Promise.all([queue.close(), delivering.close()]);
    await Promise.all(platforms.map((platform) => platform.close()));
  };
  return {
    memory: shelves,
    events,
    get queue() {
      return queue;
    },
    async subscribe(to, wishes = {}) {
      const subscription: Subscription = {
        id: subscriptionId(to),
        to,
        companies: [],
        leastConfidence: 0.5,
        createdAt: base.now(),
        ...wishes,
      };
      await shelves.subscriptions.set(subscription.id, subscription);
      return subscription;
    },
    async tell(story) {
      await shelves.stories.set(story.id, story);
      await announce({ ...base, queue }, story);
    },
    async delivery(story, to) {
      const subscription = await shelves.subscriptions.get(subscriptionId(to));
      return shelves.deliveries.get(deliveryId(story.id, subscription ?? { to }));
    },
    async restart(laterMs = 0) {
      await end();
      late += laterMs;
      ({ queue, delivering, platforms } = await open());
    },
    async close() {
      await end();
      await store.close();
    },
  };
}

const surprise = (error: unknown): never => {
  throw error;
};
