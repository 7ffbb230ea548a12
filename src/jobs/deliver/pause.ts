import { createHash } from 'node:crypto';
import { sentence } from '../../message.ts';
import type { Destination } from '../../model.ts';
import { subscriptionId } from '../../subscriptionId.ts';
import type { Parts } from './parts.ts';

/** Ends posting to a chat that refuses us until somebody subscribes again, and tells who subscribed, once. */
export async function pause({ house, platform }: Parts, chat: Destination, reason: string): Promise<void> {
  const { memory, report } = house;
  const subscription = await memory.subscriptions.get(subscriptionId(chat));
  if (!subscription || subscription.paused !== undefined) return;
  await memory.subscriptions.set(subscription.id, { ...subscription, paused: reason });
  report({ is: 'paused', subscription, reason });
  const person = subscription.by === undefined ? undefined : await platform.person(subscription.by);
  if (!person) return;
  const key = createHash('sha256')
    .update(`${subscription.id}\n${house.now()}`)
    .digest('base64url')
    .slice(0, 24);
  const told = await platform.send(person, sentence(notice(chat, reason)), key);
  if (told.is !== 'sent') report({ is: 'unheard', subscription, outcome: told });
}

const notice = ({ chat, topic }: Destination, reason: string): string =>
  `I have stopped posting to ${topic ?? chat}. ${reason} What could not be posted is kept for 30 days.`;
