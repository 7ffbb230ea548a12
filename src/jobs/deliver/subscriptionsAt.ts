import { all, type Memory } from '../../memory.ts';
import type { Destination, Subscription } from '../../model.ts';
import { samePlace } from '../../pipeline/together.ts';

/** All subscriptions of a place, paused ones too. */
export const subscriptionsAt = async (
  { subscriptions }: Pick<Memory, 'subscriptions'>,
  place: Destination,
): Promise<readonly Subscription[]> => (await all(subscriptions)).filter(({ to }) => samePlace(to, place));
