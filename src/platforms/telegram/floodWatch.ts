import type { SendOutcome } from '../platform.ts';

/** So many chats in a row that want to rest are no coincidence. */
const chatsInARow = 3;

/**
 * Telegram says the same of one chat that has enough as of a bot that writes too much over all
 * (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this): when chat after chat answers so,
 * it is the bot that has to rest, or it would ask each of thousands in vain.
 */
export function floodWatch(): (chat: string, outcome: SendOutcome) => SendOutcome {
  const flooded = new Set<string>();
  return (chat, outcome) => {
    if (outcome.is === 'sent') flooded.clear();
    if (outcome.is !== 'wait' || outcome.scope !== 'chat') return outcome;
    flooded.add(chat);
    return flooded.size < chatsInARow ? outcome : { ...outcome, scope: 'platform' };
  };
}
