import type { Destination } from '../../model.ts';
import { subscriptionId } from '../../subscriptionId.ts';
import type { House } from '../house.ts';

/** Where chats went while this process ran. */
export interface Moves {
  /** Where what was meant for this place goes now. */
  of(to: Destination): Destination;
  /** Remembers the move and takes the chat's subscription along. */
  note(from: Destination, to: Destination): Promise<void>;
}

export function moves({ memory }: Pick<House, 'memory'>): Moves {
  const newPlaces = new Map<string, Destination>();
  return {
    of: (to) => newPlaces.get(subscriptionId(to)) ?? to,
    async note(from, to) {
      newPlaces.set(subscriptionId(from), to);
      const subscription = await memory.subscriptions.get(subscriptionId(from));
      if (!subscription) return;
      const id = subscriptionId(to);
      // In this order a crash leaves it twice, and the next refusal mends that, instead of leaving it nowhere.
      await memory.subscriptions.set(id, {
        ...subscription,
        id,
        to,
        formerly: subscription.formerly ?? from,
      });
      await memory.subscriptions.delete(subscription.id);
    },
  };
}
