import type { Destination, Subscription, SubscriptionId } from './model.ts';

/** One subscription a place: subscribing again changes it. */
export const subscriptionId = ({ platform, chat, topic }: Destination): SubscriptionId =>
  [platform, chat, ...(topic === undefined ? [] : [topic])].join('/') as SubscriptionId;

/** The first of a place is named after it alone, the next are numbered. */
export function freeId(to: Destination, there: readonly Subscription[]): SubscriptionId {
  const first = subscriptionId(to);
  const taken = new Set<string>(there.map(({ id }) => id));
  let id: string = first;
  for (let number = 2; taken.has(id); number += 1) id = `${first}#${number}`;
  return id as SubscriptionId;
}

/** The name of a subscription once its place has moved. */
export const renamed = (id: SubscriptionId, from: Destination, to: Destination): SubscriptionId =>
  `${subscriptionId(to)}${id.slice(subscriptionId(from).length)}` as SubscriptionId;
