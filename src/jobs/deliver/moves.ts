import type { Destination, SubscriptionId } from '../../model.ts';
import { subscriptionId } from '../../subscriptionId.ts';
import type { House } from '../house.ts';
import { subscriptionsAt } from './subscriptionsAt.ts';

/** Where chats went while this process ran. */
export interface Moves {
  /** Where what was meant for this place goes now. */
  of(to: Destination): Destination;
  /** Remembers the move and takes the chat's subscriptions along. */
  note(from: Destination, to: Destination): Promise<void>;
}

export function moves({ memory }: Pick<House, 'memory'>): Moves {
  const newPlaces = new Map<string, Destination>();
  return {
    of: (to) => newPlaces.get(subscriptionId(to)) ?? to,
    async note(from, to) {
      newPlaces.set(subscriptionId(from), to);
      for (const subscription of await subscriptionsAt(memory, from)) {
        const number = subscription.id.slice(subscriptionId(from).length);
        const id = `${subscriptionId(to)}${number}` as SubscriptionId;
        // In this order a crash leaves it twice, and the next refusal mends that, instead of leaving it nowhere.
        await memory.subscriptions.set(id, {
          ...subscription,
          id,
          to,
          formerly: subscription.formerly ?? from,
        });
        await memory.subscriptions.delete(subscription.id);
      }
    },
  };
}
