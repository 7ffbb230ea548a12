import { chatKey } from '../chatKey.ts';
import type { Newsroom } from '../command.ts';
import { all, type Memory } from '../memory.ts';
import type { Destination, Subscription } from '../model.ts';
import { route } from '../pipeline/route.ts';
import { isMeant } from '../stories/companies.ts';
import { freeId, subscriptionId } from '../subscriptionId.ts';
import type { NewsroomParts } from './newsroom.ts';
import { asRouted } from './asRouted.ts';

type Room = Pick<
  Newsroom,
  'subscriptions' | 'subscribe' | 'unsubscribe' | 'isSamePlace' | 'wouldPost' | 'leastConfidence'
>;

const isSamePlace = (a: Destination, b: Destination): boolean => subscriptionId(a) === subscriptionId(b);

export const subscriptionsRoom = ({ memory, archive, leastConfidence, now }: NewsroomParts): Room => ({
  subscriptions: () => all(memory.subscriptions),
  isSamePlace,
  leastConfidence,
  async subscribe(wanted) {
    const there = (await all(memory.subscriptions)).filter(({ to }) => isSamePlace(to, wanted.to));
    const known = there.find(({ id }) => id === wanted.id);
    const { formerly: _, ...asked } = wanted;
    // Where the place of now came from; only a chat itself has moved, a topic of it is new.
    const formerly = wanted.to.topic === undefined ? await memory.origins.get(chatKey(wanted.to)) : undefined;
    const subscription: Subscription = {
      ...asked,
      id: wanted.id === '' ? freeId(wanted.to, there) : wanted.id,
      createdAt: known?.createdAt ?? (wanted.createdAt === 0 ? now() : wanted.createdAt),
      ...(formerly ? { formerly } : {}),
    };
    await memory.subscriptions.set(subscription.id, subscription);
    // One place has one rhythm, or a story that two of its subscriptions want would have two times to come; and where
    // one is to be posted to again, all are.
    for (const other of there)
      if (other.id !== subscription.id)
        await memory.subscriptions.set(other.id, inRhythmOf(subscription, other));
    return subscription;
  },
  async unsubscribe(id) {
    const ended = await memory.subscriptions.get(id);
    const wasThere = await memory.subscriptions.delete(id);
    if (!ended || id !== subscriptionId(ended.to)) return wasThere;
    // The place is known by its first subscription, so another one moves up.
    const [next] = (await all(memory.subscriptions)).filter(({ to }) => isSamePlace(to, ended.to));
    if (next) {
      await memory.subscriptions.set(id, { ...next, id });
      await memory.subscriptions.delete(next.id);
    }
    return wasThere;
  },
  async wouldPost(subscription, since) {
    const wanting = await asRouted(memory, [subscription]);
    return archive
      .latest({ since, count: Number.POSITIVE_INFINITY })
      .filter((story) => route(story, wanting, isMeant).length > 0);
  },
});

function inRhythmOf(
  { when, quietHours, timeZone, paused, off }: Subscription,
  other: Subscription,
): Subscription {
  const { when: _when, quietHours: _quietHours, timeZone: _timeZone, paused: refused, ...rest } = other;
  const isStill = paused !== undefined || off === true;
  return {
    ...rest,
    ...(when ? { when } : {}),
    ...(quietHours ? { quietHours } : {}),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(isStill && refused !== undefined ? { paused: refused } : {}),
  };
}

/** Those who want posts now, one for each way a place wants them. */
export const subscriptions = async (memory: Memory): Promise<readonly Subscription[]> =>
  asRouted(
    memory,
    (await all(memory.subscriptions)).filter(({ paused, off }) => paused === undefined && !off),
  );
