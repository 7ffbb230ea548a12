import type { Document, Message as TelegramMessage, Update } from 'telegraf/types';
import type { Command } from '../../command.ts';
import type { Destination } from '../../model.ts';

/** Somebody who wants something from the bot, and where. */
export interface Asker {
  readonly from: Destination;
  readonly person: string;
  readonly locale?: string;
  /** Known from the message itself, or to be looked up for this user. */
  readonly admin: true | false | { readonly user: number };
}

/** Something somebody wrote to the bot. */
export type Asked = Asker & {
  /** The message that asks. */
  readonly question: number;
  readonly document?: Document;
} & (
    | { readonly is: 'command'; readonly command: string; readonly typed: string }
    /** What completes a question that the bot asked in the message `to`. */
    | { readonly is: 'reply'; readonly to: number; readonly text: string }
  );

export interface Bot {
  readonly id: number;
  readonly username: string;
}

/** Reads an update as words for the bot; everything else people write is not our business. */
export function asked(update: Update, commands: readonly Command[], bot: Bot): Asked | undefined {
  const message = messageOf(update);
  const text = message?.text ?? message?.caption ?? '';
  if (!message) return undefined;
  const document = message.document ?? message.reply_to_message?.document;
  const shared = { ...asker(message), question: message.message_id, ...(document ? { document } : {}) };
  const [, name = '', addressee, typed = ''] =
    /^\/([a-z0-9_]{1,32})(?:@(\w{3,32}))?(?:\s+(.*))?$/isu.exec(text) ?? [];
  if (name === '') {
    const to = message.reply_to_message;
    return to?.from?.id === bot.id && text !== ''
      ? { ...shared, is: 'reply', to: to.message_id, text }
      : undefined;
  }
  if (addressee !== undefined && addressee.toLowerCase() !== bot.username.toLowerCase()) return undefined;
  const command = commands.find((one) => one.name === name.toLowerCase());
  // In a group an unknown command is most likely meant for another bot.
  if (!command && addressee === undefined && message.chat.type !== 'private') return undefined;
  return { ...shared, is: 'command', command: command?.name ?? name, typed };
}

type Written = TelegramMessage &
  Partial<TelegramMessage.CommonMessage> & {
    readonly text?: string;
    readonly caption?: string;
    readonly document?: Document;
    readonly reply_to_message?: TelegramMessage & { readonly document?: Document };
  };

function messageOf(update: Update): Written | undefined {
  const message: Written | undefined =
    'message' in update ? update.message : 'channel_post' in update ? update.channel_post : undefined;
  // The post of a linked channel was already heard in the channel itself.
  return message && !message.is_automatic_forward ? message : undefined;
}

const asker = (message: Written): Asker => ({
  from: placeOf(message),
  person: String(message.sender_chat?.id ?? message.from?.id ?? message.chat.id),
  ...(message.from?.language_code === undefined ? {} : { locale: message.from.language_code }),
  admin: standing(message),
});

export const placeOf = ({
  chat,
  is_topic_message: inTopic,
  message_thread_id: topic,
}: Partial<Written> & Pick<Written, 'chat'>): Destination => ({
  platform: 'telegram',
  chat: String(chat.id),
  ...(inTopic && topic !== undefined ? { topic: String(topic) } : {}),
});

function standing({ chat, sender_chat: sender, from }: Written): Asker['admin'] {
  if (chat.type === 'private' || chat.type === 'channel') return true;
  // An anonymous administrator speaks as the group; any other chat that speaks here is a guest.
  if (sender) return sender.id === chat.id;
  return from ? { user: from.id } : false;
}
