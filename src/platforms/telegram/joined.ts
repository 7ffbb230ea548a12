import type { Update } from 'telegraf/types';
import type { Destination } from '../../model.ts';

const outside: ReadonlySet<string> = new Set(['left', 'kicked']);

/** A group that somebody just added the bot to, and that person's language; channels are not greeted in public. */
export function joined(
  update: Update,
): { readonly to: Destination; readonly locale: string | undefined } | undefined {
  const change = 'my_chat_member' in update ? update.my_chat_member : undefined;
  if (!change || (change.chat.type !== 'group' && change.chat.type !== 'supergroup')) return undefined;
  const { old_chat_member: before, new_chat_member: after } = change;
  if (!outside.has(before.status) || outside.has(after.status)) return undefined;
  return { to: { platform: 'telegram', chat: String(change.chat.id) }, locale: change.from.language_code };
}
