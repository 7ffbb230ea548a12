import type { Delivery } from '../../delivery.ts';
import type { SubscriptionId } from '../../model.ts';
import { subscriptionId } from '../../subscriptionId.ts';

/** The subscription whose wishes count for a delivery. */
export const askedBy = ({ by, to }: Delivery): SubscriptionId => by ?? subscriptionId(to);
