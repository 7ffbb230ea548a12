import { retention } from '../memory.ts';
import type { Delivery, DeliveryState, Destination } from '../model.ts';
import { compose } from '../pipeline/compose.ts';
import type { SendOutcome } from '../platforms/platform.ts';
import type { JobOutcome } from '../queue/queue.ts';
import { subscriptionId } from '../subscriptionId.ts';
import { done, type House, type Work } from './house.ts';

const offPlatformRetryMs = 10 * 60_000;

/** compose → render → send, for one delivery; what was sent is never sent again. */
export const deliver: Work = async (house, id) => {
  const { memory, platforms, report, now } = house;
  const delivery = await memory.deliveries.get(id);
  if (!delivery || delivery.state.is === 'sent' || delivery.state.is === 'failed') return done;
  const story = await memory.stories.get(delivery.story);
  if (!story) return done;
  const platform = platforms.get(delivery.to.platform);
  if (!platform) return { is: 'again', inMs: offPlatformRetryMs };
  await record(house, { ...delivery, state: { is: 'sending', since: now() } });
  const outcome = await platform.send(delivery.to, compose(story), delivery.id);
  report({ is: 'delivery', delivery, outcome });
  return settle(house, delivery, outcome);
};

const record = ({ memory }: House, delivery: Delivery): Promise<void> =>
  memory.deliveries.set(delivery.id, delivery, retention.deliveriesMs);

async function settle(house: House, delivery: Delivery, outcome: SendOutcome): Promise<JobOutcome> {
  const at = house.now();
  const end = async (state: DeliveryState): Promise<JobOutcome> => {
    await record(house, { ...delivery, state });
    return done;
  };
  switch (outcome.is) {
    case 'sent':
      return end({ is: 'sent', at, message: outcome.message });
    case 'wait':
      return { is: 'again', inMs: outcome.ms };
    case 'halted':
      return { is: 'again', inMs: offPlatformRetryMs };
    case 'moved':
      await move(house, delivery.to, outcome.to);
      await record(house, { ...delivery, to: outcome.to, state: { is: 'waiting' } });
      return { is: 'again', inMs: 0 };
    case 'gone':
      await pause(house, delivery.to, outcome.reason);
      return end({ is: 'failed', at, reason: outcome.reason });
    case 'refused':
      return end({ is: 'failed', at, reason: outcome.reason });
  }
}

async function move({ memory }: House, from: Destination, to: Destination): Promise<void> {
  const subscription = await memory.subscriptions.get(subscriptionId(from));
  if (!subscription) return;
  const id = subscriptionId(to);
  await memory.subscriptions.set(id, { ...subscription, id, to });
  await memory.subscriptions.delete(subscription.id);
}

async function pause({ memory }: House, from: Destination, reason: string): Promise<void> {
  const subscription = await memory.subscriptions.get(subscriptionId(from));
  if (subscription) await memory.subscriptions.set(subscription.id, { ...subscription, paused: reason });
}
