import type { FeedHealth, Newsroom } from './command.ts';
import { ledger } from './ledger.ts';
import { all, type Memory, type Retention } from './memory.ts';
import type { Feed, FeedId, Subscription } from './model.ts';
import type { Queue } from './queue/queue.ts';
import type { Archive } from './stories/archive.ts';
import { subscriptionId } from './subscriptionId.ts';

interface Parts {
  readonly memory: Memory;
  readonly retention: Retention;
  readonly archive: Archive;
  readonly queue: Pick<Queue, 'add'>;
  readonly feeds: ReadonlyMap<FeedId, Feed>;
  readonly leastConfidence: number;
  readonly now: () => number;
}

/** What commands can ask for, answered from memory. */
export const newsroom = ({
  memory,
  retention,
  archive,
  queue,
  feeds,
  leastConfidence,
  now,
}: Parts): Newsroom => ({
  ...ledger({ memory, retention, archive, queue, now }),
  latest: async (query) => archive.latest(query),
  subscription: (to) => memory.subscriptions.get(subscriptionId(to)),
  async subscribe(to, companies) {
    const id = subscriptionId(to);
    const subscription: Subscription = { id, to, companies, leastConfidence, createdAt: now() };
    await memory.subscriptions.set(id, subscription);
    return subscription;
  },
  unsubscribe: (to) => memory.subscriptions.delete(subscriptionId(to)),
  settings: async ({ platform, chat }) => (await memory.chats.get(`${platform}/${chat}`)) ?? {},
  async feeds() {
    const list = [...feeds.values()];
    const states = await memory.states.getMany(list.map(({ id }) => id));
    return list.map(({ title, url }, at): FeedHealth => {
      const state = states[at];
      return {
        title,
        url,
        failures: state?.failures ?? 0,
        ...(state?.lastOkAt === undefined ? {} : { lastOkAt: state.lastOkAt }),
        ...(state?.lastError === undefined ? {} : { lastError: state.lastError }),
      };
    });
  },
});

/** Those who want posts now. */
export const subscriptions = async (memory: Memory): Promise<readonly Subscription[]> =>
  (await all(memory.subscriptions)).filter(({ paused }) => paused === undefined);
