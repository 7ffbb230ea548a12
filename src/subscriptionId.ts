import type { Destination, SubscriptionId } from './model.ts';

/** One subscription a place: subscribing again changes it. */
export const subscriptionId = ({ platform, chat, topic }: Destination): SubscriptionId =>
  [platform, chat, ...(topic === undefined ? [] : [topic])].join('/') as SubscriptionId;
