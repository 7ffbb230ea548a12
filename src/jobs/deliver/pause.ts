import { createHash } from 'node:crypto';
import { sentence } from '../../message.ts';
import type { Destination } from '../../model.ts';
import { inWords, type Sentence } from '../../words/sentence.ts';
import type { Parts } from './parts.ts';
import { subscriptionsAt } from './subscriptionsAt.ts';
import { wordsFor } from './wordsFor.ts';

/** Ends posting to a chat that refuses us until somebody subscribes again, and tells who subscribed, once. */
export async function pause({ house, platform }: Parts, chat: Destination, reason: Sentence): Promise<void> {
  const { memory, report } = house;
  const active = (await subscriptionsAt(memory, chat)).filter(({ paused }) => paused === undefined);
  const [subscription] = active;
  if (!subscription) return;
  for (const one of active) await memory.subscriptions.set(one.id, { ...one, paused: reason });
  report({ is: 'paused', subscription, reason });
  const words = await wordsFor(memory, chat, subscription);
  const notice = words.say('notice.stopped', {
    place: subscription.title ?? chat.topic ?? chat.chat,
    reason: inWords(reason, words),
    days: Math.round(house.retention.failedMs / 86_400_000),
  });
  const person = subscription.by === undefined ? undefined : await platform.person(subscription.by);
  if (!person) return;
  const key = createHash('sha256')
    .update(`${subscription.id}\n${house.now()}`)
    .digest('base64url')
    .slice(0, 24);
  const told = await platform.send(person, sentence(notice), key);
  if (told.is !== 'sent') report({ is: 'unheard', subscription, outcome: told });
}
