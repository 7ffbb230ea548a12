import type { Message as TelegramMessage, Update } from 'telegraf/types';
import { type Arguments, parseArguments } from '../../arguments.ts';
import type { Command } from '../../command.ts';
import type { Destination } from '../../model.ts';

/** A command somebody wrote to the bot. */
export interface Asked {
  readonly command: string;
  readonly arguments: Arguments;
  readonly from: Destination;
  readonly person: string;
  /** The message that asks. */
  readonly question: number;
  /** Known from the message itself, or to be looked up for this user. */
  readonly admin: true | false | { readonly user: number };
}

/** Reads an update as a command for the bot called `username`; everything else people write is not our business. */
export function asked(update: Update, commands: readonly Command[], username: string): Asked | undefined {
  const message = textOf(update);
  const [, name = '', addressee, typed = ''] =
    /^\/([a-z0-9_]{1,32})(?:@(\w{3,32}))?(?:\s+(.*))?$/isu.exec(message?.text ?? '') ?? [];
  if (!message || name === '') return undefined;
  if (addressee !== undefined && addressee.toLowerCase() !== username.toLowerCase()) return undefined;
  const command = commands.find((one) => one.name === known(name.toLowerCase(), commands));
  // In a group an unknown command is most likely meant for another bot.
  if (!command && addressee === undefined && message.chat.type !== 'private') return undefined;
  return {
    command: command?.name ?? name,
    arguments: command
      ? parseArguments(command.options, isStart(name) ? '' : typed)
      : { ok: true, values: {} },
    from: {
      platform: 'telegram',
      chat: String(message.chat.id),
      ...(message.is_topic_message && message.message_thread_id !== undefined
        ? { topic: String(message.message_thread_id) }
        : {}),
    },
    person: String(message.sender_chat?.id ?? message.from?.id ?? message.chat.id),
    question: message.message_id,
    admin: standing(message),
  };
}

type TextMessage = TelegramMessage.TextMessage & Partial<TelegramMessage.CommonMessage>;

function textOf(update: Update): TextMessage | undefined {
  const message =
    'message' in update ? update.message : 'channel_post' in update ? update.channel_post : undefined;
  // The post of a linked channel was already heard in the channel itself.
  return message && 'text' in message && !message.is_automatic_forward ? message : undefined;
}

const isStart = (name: string): boolean => name.toLowerCase() === 'start';

/** Telegram's own button to begin a conversation sends /start. */
const known = (name: string, commands: readonly Command[]): string =>
  isStart(name) && !commands.some((command) => command.name === 'start') ? 'help' : name;

function standing({ chat, sender_chat: sender, from }: TextMessage): Asked['admin'] {
  if (chat.type === 'private' || chat.type === 'channel') return true;
  // An anonymous administrator speaks as the group; any other chat that speaks here is a guest.
  if (sender) return sender.id === chat.id;
  return from ? { user: from.id } : false;
}
