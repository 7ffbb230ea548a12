import type { Newsroom, Posting } from './command.ts';
import { type Delivery, isOpen } from './delivery.ts';
import { deliveryId } from './deliveryId.ts';
import { resendJob } from './jobs/deliver/jobs.ts';
import { subscriptionsAt } from './jobs/deliver/subscriptionsAt.ts';
import { record } from './jobs/deliver/record.ts';
import type { Memory, Retention } from './memory.ts';
import type { DeliveryId, Destination, Stage, Story, Subscription } from './model.ts';
import { samePlace } from './pipeline/together.ts';
import type { Queue } from './queue/queue.ts';
import type { Archive } from './stories/archive.ts';

interface Parts {
  readonly memory: Memory;
  readonly retention: Retention;
  readonly archive: Pick<Archive, 'latest'>;
  readonly queue: Pick<Queue, 'add'>;
  readonly now: () => number;
}

/** As far back as an administrator looks. */
const stories = 500;
const toldLater: readonly Stage[] = ['announced', 'extended', 'ended'];

/** What became of the posts for a place. Their names follow from story and place, so no list of them need be kept. */
export const ledger = ({
  memory,
  retention,
  archive,
  queue,
  now,
}: Parts): Pick<Newsroom, 'outbox' | 'sendAgain' | 'drop'> => {
  async function find(to: Destination, id: DeliveryId): Promise<Delivery | undefined> {
    const delivery = await memory.deliveries.get(id);
    const isPending = delivery && (isOpen(delivery) || delivery.state.is === 'failed');
    if (!isPending) return undefined;
    const [{ formerly = to } = {}] = await subscriptionsAt(memory, to);
    return [to, formerly].some((place) => samePlace(delivery.to, place)) ? { ...delivery, to } : undefined;
  }

  return {
    async outbox(to) {
      const [subscriber = { to }] = await subscriptionsAt(memory, to);
      const latest = archive.latest({ count: stories });
      const posts = await found(
        memory,
        subscriber,
        latest.map((story) => ({ story })),
      );
      const told = posts.filter(({ delivery }) => delivery.state.is === 'sent');
      const steps = told.flatMap(({ story }) => toldLater.map((step) => ({ story, step })));
      return [...posts, ...(await found(memory, subscriber, steps))]
        .filter(({ delivery }) => delivery.state.is !== 'dropped')
        .toSorted((a, b) => b.delivery.createdAt - a.delivery.createdAt)
        .map(posting);
    },
    async sendAgain(to, id) {
      const delivery = await find(to, id);
      if (!delivery) return false;
      for (const { paused, ...subscription } of await subscriptionsAt(memory, to)) {
        if (paused !== undefined) await memory.subscriptions.set(subscription.id, subscription);
      }
      // What is on its way may have left already: it is settled as after a kill.
      if (delivery.state.is !== 'sending')
        await record({ memory, retention }, [{ ...delivery, state: { is: 'waiting' } }]);
      await queue.add([resendJob(delivery)]);
      return true;
    },
    async drop(to, id) {
      const delivery = await find(to, id);
      if (delivery)
        await record({ memory, retention }, [{ ...delivery, state: { is: 'dropped', at: now() } }]);
      return delivery !== undefined;
    },
  };
};

interface Found {
  readonly story: Story;
  readonly delivery: Delivery;
}

async function found(
  { deliveries }: Memory,
  subscriber: Pick<Subscription, 'to' | 'formerly'>,
  wanted: readonly { readonly story: Story; readonly step?: Stage }[],
): Promise<readonly Found[]> {
  const known = await deliveries.getMany(
    wanted.map(({ story, step }) => deliveryId(story.id, subscriber, step)),
  );
  return wanted.flatMap(({ story }, at) => {
    const delivery = known[at];
    return delivery ? [{ story, delivery }] : [];
  });
}

const posting = ({ story, delivery }: Found): Posting => {
  const { id, createdAt, state, step, mayRepeat } = delivery;
  return {
    id,
    story: story.id,
    headline: story.headline,
    createdAt,
    state,
    ...(step === undefined ? {} : { step: step.stage }),
    ...(mayRepeat === undefined ? {} : { mayRepeat }),
  };
};
