import { foundEntities, keptEntities } from './foundEntities.ts';
import type { Entity } from './rules.ts';

export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel';

export interface Chat {
  readonly id: number;
  readonly kind: ChatKind;
  readonly topics: Set<number>;
  /** Standing of a user, as getChatMember calls it. */
  readonly standing: Map<number, string>;
  /** What the bot itself may do here; a plain member may write. */
  bot: BotStanding;
  nextMessage: number;
}

/** https://core.telegram.org/bots/api#chatmember, of the bot. */
export type BotStanding =
  | { readonly status: 'member' | 'left' | 'kicked' }
  | { readonly status: 'administrator'; readonly can_post_messages?: boolean }
  | { readonly status: 'restricted'; readonly is_member: boolean; readonly can_send_messages: boolean };

/** A message the bot sent, as it looks after Telegram's own treatment. */
export interface SentMessage {
  readonly id: number;
  readonly chat: number;
  readonly topic?: number;
  readonly replyTo?: number;
  readonly text: string;
  /** What the bot asked for and Telegram kept. */
  readonly entities: readonly Entity[];
  /** What Telegram made tappable by itself. */
  readonly found: readonly Entity[];
  readonly preview?: unknown;
  /** Rows of buttons, or the wish for a reply. */
  readonly markup?: Markup;
  readonly file?: SentFile;
  readonly edits: number;
}

export interface Markup {
  readonly inline_keyboard?: readonly (readonly Button[])[];
  readonly force_reply?: true;
}

export interface Button {
  readonly text: string;
  readonly url?: string;
  readonly callback_data?: string;
}

export interface SentFile {
  readonly as: 'photo' | 'document';
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface TextRequest {
  readonly chat_id: number | string;
  readonly message_id?: number;
  readonly message_thread_id?: number;
  readonly text: string;
  readonly entities?: readonly Entity[];
  readonly link_preview_options?: unknown;
  readonly reply_parameters?: { readonly message_id: number };
  readonly reply_markup?: Markup;
  /** Instead of a text: a file with a caption. */
  readonly file?: SentFile;
}

export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly code: number; readonly description: string };

export const botId = 123456789;

const refused = (description: string): Answer => ({
  ok: false,
  code: 400,
  description: `Bad Request: ${description}`,
});

/** The chats a bot is in and what it wrote there. */
export function chats(onSent: (message: SentMessage) => void) {
  const all = new Map<number, Chat>();
  const sent: SentMessage[] = [];

  return {
    add(id: number, kind: ChatKind = id > 0 ? 'private' : 'supergroup'): Chat {
      const chat: Chat = all.get(id) ?? {
        id,
        kind,
        topics: new Set(),
        standing: new Map(),
        bot: { status: 'member' },
        nextMessage: 1,
      };
      all.set(id, chat);
      return chat;
    },
    get: (id: number | string): Chat | undefined => all.get(Number(id)),
    posted: (): number => sent.length,
    messages: (id: number | string): readonly SentMessage[] => sent.filter(({ chat }) => chat === Number(id)),
    send(request: TextRequest): Answer {
      const chat = all.get(Number(request.chat_id));
      if (!chat) return refused('chat not found');
      const { message_thread_id: topic, reply_parameters: reply } = request;
      if (topic !== undefined && !chat.topics.has(topic)) return refused('message thread not found');
      const message: SentMessage = {
        id: chat.nextMessage++,
        chat: chat.id,
        ...textOf(request),
        ...(topic === undefined ? {} : { topic }),
        ...(reply === undefined ? {} : { replyTo: reply.message_id }),
        edits: 0,
      };
      sent.push(message);
      onSent(message);
      return { ok: true, result: wire(message, chat) };
    },
    edit(request: TextRequest): Answer {
      const at = sent.findIndex(
        ({ id, chat }) => id === request.message_id && chat === Number(request.chat_id),
      );
      const [old, chat] = [sent[at], all.get(Number(request.chat_id))];
      if (!chat) return refused('chat not found');
      if (!old) return refused('message to edit not found');
      if (old.file) return refused('there is no text in the message to edit');
      const { markup: _, ...kept } = old;
      const next: SentMessage = { ...kept, ...textOf(request), edits: old.edits + 1 };
      if (JSON.stringify({ ...next, edits: old.edits }) === JSON.stringify(old)) {
        return refused(
          'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        );
      }
      sent[at] = next;
      return { ok: true, result: wire(next, chat) };
    },
    chat(id: number | string, names: ReadonlyMap<string, number>): Answer {
      const chat = all.get(names.get(String(id)) ?? Number(id));
      if (!chat) return refused('chat not found');
      const { kind: type } = chat;
      return {
        ok: true,
        result: { id: chat.id, type, title: `Chat ${chat.id}`, is_forum: chat.topics.size > 0 },
      };
    },
    member(id: number | string, user: number): Answer {
      const chat = all.get(Number(id));
      if (!chat) return refused('chat not found');
      if (user === botId) return { ok: true, result: { ...chat.bot, user: { id: botId, is_bot: true } } };
      const status = chat.standing.get(user) ?? 'member';
      return { ok: true, result: { status, user: { id: user, is_bot: false, first_name: `User ${user}` } } };
    },
  };
}

const wire = (message: SentMessage, chat: Chat) => ({
  message_id: message.id,
  date: Math.floor(Date.now() / 1000),
  chat: { id: chat.id, type: chat.kind },
  text: message.text,
  entities: [...message.entities, ...message.found],
  ...(message.topic === undefined ? {} : { message_thread_id: message.topic, is_topic_message: true }),
});

const textOf = (request: TextRequest) => {
  const { text, entities = [], link_preview_options: preview, reply_markup: markup, file } = request;
  const isBare = markup === undefined || markup.inline_keyboard?.length === 0;
  return {
    text,
    entities: keptEntities(entities),
    found: foundEntities(text, entities),
    ...(preview === undefined ? {} : { preview }),
    ...(isBare ? {} : { markup }),
    ...(file === undefined ? {} : { file }),
  };
};

export const tooLong = ({ text }: TextRequest): Answer | undefined =>
  text.length > 4096
    ? { ok: false, code: 400, description: 'Bad Request: message is too long' }
    : text.trim() === ''
      ? { ok: false, code: 400, description: 'Bad Request: message text is empty' }
      : undefined;
