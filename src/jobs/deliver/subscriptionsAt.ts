import type { Memory } from '../../memory.ts';
import type { Destination, Subscription, SubscriptionId } from '../../model.ts';
import { subscriptionId } from '../../subscriptionId.ts';

/** Numbers of the subscriptions that a place can have, as its limit allows. */
const most = 25;

/** All subscriptions of a place, paused ones too. */
export async function subscriptionsAt(
  { subscriptions }: Pick<Memory, 'subscriptions'>,
  to: Destination,
): Promise<readonly Subscription[]> {
  const first = subscriptionId(to);
  const ids = Array.from({ length: most }, (_, at) =>
    at === 0 ? first : (`${first}#${at + 1}` as SubscriptionId),
  );
  return (await subscriptions.getMany(ids)).filter((one) => one !== undefined);
}
