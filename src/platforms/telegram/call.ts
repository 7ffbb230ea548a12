import type { ChatFromGetChat, Document } from 'telegraf/types';
import type { Call } from '../../command.ts';
import type { Place } from '../../place.ts';
import { type Attachment, largestFile } from '../../message.ts';
import type { Api } from './api.ts';
import type { Asker } from './asked.ts';
import type { Timing } from './timing.ts';

export interface Reaching {
  readonly api: Api;
  readonly timing: Timing;
}

/** A call by somebody on Telegram. */
export const asCall = (
  { from, person, locale, admin }: Asker,
  asked: Pick<Call, 'command' | 'options'> & Partial<Pick<Call, 'typed' | 'pressed' | 'progress'>>,
  document: Document | undefined,
  reaching: Reaching,
): Call => ({
  ...asked,
  from,
  person,
  ...(locale === undefined ? {} : { locale }),
  isAdmin: async () => (typeof admin === 'boolean' ? admin : isChatAdmin(from.chat, admin.user, reaching)),
  place: (named) => place(named, person, reaching),
  ...(document ? { file: () => fetched(document, reaching) } : {}),
});

async function isChatAdmin(chat: string, user: number, { api, timing }: Reaching): Promise<boolean> {
  const member = await api.call('getChatMember', { chat_id: chat, user_id: user }, { timeoutMs: timing.ask });
  // "I cannot tell" must not become "you are none": the person asks again instead of looking for an administrator.
  if (!member.ok) throw new Error('Telegram did not say who is an administrator', { cause: member.failure });
  return member.result.status === 'creator' || member.result.status === 'administrator';
}

/** A chat by "@name", by its number, or by a link to it, to a topic in it or to a message in it. */
async function place(named: string, person: string, reaching: Reaching): Promise<Place | undefined> {
  const [, publicName, inside, topic] =
    /^(?:@|(?:https?:\/\/)?t\.me\/)?(?:([a-z]\w{3,31})|c\/(\d{5,15})|(?:-100\d{5,15}))(?:\/(\d{1,10}))?(?:\/\d+)?$/iu.exec(
      named.trim(),
    ) ?? [];
  const chat = publicName
    ? `@${publicName}`
    : inside
      ? `-100${inside}`
      : /^-100\d+$/u.exec(named.trim())?.[0];
  if (chat === undefined) return undefined;
  const found = await reaching.api.call('getChat', { chat_id: chat }, { timeoutMs: reaching.timing.ask });
  if (!found.ok) return undefined;
  const known = found.result as ChatFromGetChat & { readonly title?: string; readonly is_forum?: boolean };
  const isTopic = topic !== undefined && known.is_forum === true;
  const user = Number(person);
  return {
    to: { platform: 'telegram', chat: String(known.id), ...(isTopic ? { topic } : {}) },
    title: known.title ?? named,
    kind: isTopic ? 'thread' : 'chat',
    // Somebody who writes as a chat is nobody whose rights elsewhere could be looked up.
    isAdmin: user > 0 && (await isChatAdmin(String(known.id), user, reaching)),
  };
}

async function fetched(document: Document, { api, timing }: Reaching): Promise<Attachment | undefined> {
  if ((document.file_size ?? 0) > largestFile) return undefined;
  const file = await api.call('getFile', { file_id: document.file_id }, { timeoutMs: timing.ask });
  if (!file.ok) throw new Error('Telegram did not hand out the file', { cause: file.failure });
  return {
    name: document.file_name ?? 'file',
    type: document.mime_type ?? 'application/octet-stream',
    bytes: await api.download(file.result.file_path ?? '', { timeoutMs: timing.send }),
  };
}
