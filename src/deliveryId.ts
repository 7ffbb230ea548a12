import { createHash } from 'node:crypto';
import type { DeliveryId, Stage, StoryId, Subscription } from './model.ts';

/**
 * The name of a delivery, the same whenever it is worked out: a story × a place, or a step of a story × a place.
 * 24 characters, so that it fits Discord's nonce (25).
 */
export const deliveryId = (
  story: StoryId,
  { to, formerly = to }: Pick<Subscription, 'to' | 'formerly'>,
  step?: Stage,
): DeliveryId => {
  const { platform, chat, topic = '' } = formerly;
  const parts = [story, platform, chat, topic, ...(step === undefined ? [] : [step])];
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 24) as DeliveryId;
};
