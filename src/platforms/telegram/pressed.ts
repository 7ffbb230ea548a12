import type { CallbackQuery, Message as TelegramMessage, Update } from 'telegraf/types';
import { type Asker, placeOf } from './asked.ts';

/** A button somebody pressed below a message of the bot. */
export interface Pressed extends Asker {
  readonly is: 'press';
  /** The button's id: anything at all, because anybody's program can send what it likes. */
  readonly id: string;
  readonly query: string;
  /** The message with the button. */
  readonly message: number;
}

/** Reads an update as a press; buttons of messages that Telegram no longer tells us about are out of reach. */
export function pressed(update: Update): Pressed | undefined {
  const query = 'callback_query' in update ? (update.callback_query as Query) : undefined;
  const message = query?.message;
  if (!query || !message || query.data === undefined) return undefined;
  return {
    is: 'press',
    id: query.data,
    query: query.id,
    message: message.message_id,
    from: placeOf(message),
    person: String(query.from.id),
    ...(query.from.language_code === undefined ? {} : { locale: query.from.language_code }),
    // Readers see the buttons of a channel's posts, so there the presser is looked up, unlike a writer.
    admin: message.chat.type === 'private' ? true : { user: query.from.id },
  };
}

type Query = CallbackQuery & {
  readonly data?: string;
  readonly message?: TelegramMessage & Partial<TelegramMessage.CommonMessage>;
};
