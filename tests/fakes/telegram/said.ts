import { botId, type Chat } from './chats.ts';

/** A message a person writes. */
export interface Said {
  readonly chat: number;
  readonly text: string;
  /** The writer's id; 1001 unless told. */
  readonly from?: number;
  readonly topic?: number;
  readonly kind?: Chat['kind'];
  /** An administrator who writes in the group's name. */
  readonly anonymous?: true;
  /** Another chat in whose name this is written, such as a linked channel. */
  readonly inTheNameOf?: number;
  /** A channel's post as Telegram repeats it in the group linked to the channel. */
  readonly automaticForward?: true;
  /** A message of the bot that this answers. */
  readonly replyTo?: number;
  /** A file sent along, with the text as its caption. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  /** The language of the writer's client. */
  readonly language?: string;
  /** How long to wait for the answer; 3 s unless told. */
  readonly withinMs?: number;
}

/** The Update that Telegram makes of it. */
export function saidUpdate(said: Said, chat: Chat, updateId: number, messageId: number) {
  const command = /^\/[a-zA-Z0-9_]+(?:@[a-zA-Z0-9_]+)?/u.exec(said.text)?.[0];
  const sender = said.anonymous || chat.kind === 'channel' ? said.chat : said.inTheNameOf;
  const message = {
    message_id: messageId,
    date: Math.floor(Date.now() / 1000),
    chat: {
      id: chat.id,
      type: chat.kind,
      ...(chat.kind === 'private' ? { first_name: 'Reader' } : { title: 'Chat' }),
    },
    ...(chat.kind === 'channel' ? {} : { from: writer(said, sender !== undefined) }),
    ...(sender === undefined ? {} : { sender_chat: { id: sender, type: chat.kind, title: 'Chat' } }),
    ...(said.topic === undefined ? {} : { message_thread_id: said.topic, is_topic_message: true }),
    ...(said.automaticForward ? { is_automatic_forward: true } : {}),
    ...(said.replyTo === undefined
      ? {}
      : {
          reply_to_message: {
            message_id: said.replyTo,
            date: 0,
            chat: { id: chat.id, type: chat.kind },
            from: { id: botId, is_bot: true, first_name: 'Pactwire' },
            text: '…',
          },
        }),
    ...(said.file
      ? {
          caption: said.text,
          document: {
            file_id: said.file.name,
            file_unique_id: said.file.name,
            file_name: said.file.name,
            file_size: said.file.bytes.length,
          },
        }
      : { text: said.text }),
    ...(command === undefined
      ? {}
      : { entities: [{ type: 'bot_command', offset: 0, length: command.length }] }),
  };
  return { update_id: updateId, [chat.kind === 'channel' ? 'channel_post' : 'message']: message };
}

const writer = ({ from = 1001, language }: Said, hidden: boolean) =>
  hidden
    ? { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }
    : {
        id: from,
        is_bot: false,
        first_name: `User ${from}`,
        ...(language ? { language_code: language } : {}),
      };
