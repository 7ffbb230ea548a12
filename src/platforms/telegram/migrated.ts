import type { Update } from 'telegraf/types';
import type { Destination } from '../../model.ts';

/**
 * A group that became a supergroup, which has another id. Telegram says so in both
 * (https://core.telegram.org/bots/api#message, `migrate_to_chat_id` and `migrate_from_chat_id`).
 */
export function migrated(
  update: Update,
): { readonly from: Destination; readonly to: Destination } | undefined {
  const message = 'message' in update ? update.message : undefined;
  if (!message) return undefined;
  const here = message.chat.id;
  if ('migrate_to_chat_id' in message) return move(here, message.migrate_to_chat_id);
  if ('migrate_from_chat_id' in message) return move(message.migrate_from_chat_id, here);
  return undefined;
}

const move = (from: number, to: number) => ({ from: chat(from), to: chat(to) });
const chat = (id: number): Destination => ({ platform: 'telegram', chat: String(id) });
