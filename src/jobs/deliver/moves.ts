import type { Delivery } from '../../delivery.ts';
import type { Destination } from '../../model.ts';
import { type Kept, relocate } from '../../relocate.ts';
import { renamed, subscriptionId } from '../../subscriptionId.ts';

/** Where chats went while this process ran. */
export interface Moves {
  /** A delivery as it goes now: to where its chat is, for the subscription as it is named there. */
  of(delivery: Delivery): Delivery;
  /** Remembers the move and takes along what is kept of the chat. */
  note(from: Destination, to: Destination): Promise<void>;
}

export function moves(kept: Kept): Moves {
  const newPlaces = new Map<string, Destination>();
  return {
    of(delivery) {
      const { to: from, by } = delivery;
      const to = newPlaces.get(subscriptionId(from));
      if (!to) return delivery;
      return { ...delivery, to, ...(by === undefined ? {} : { by: renamed(by, from, to) }) };
    },
    async note(from, to) {
      newPlaces.set(subscriptionId(from), to);
      await relocate(kept, from, to);
    },
  };
}
