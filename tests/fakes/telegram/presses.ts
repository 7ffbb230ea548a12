import type { Answer, chats, SentMessage } from './chats.ts';

/** A person presses a button. */
export interface Press {
  readonly chat: number;
  /** The message with the button. */
  readonly on: Pick<SentMessage, 'id'>;
  readonly label: string;
  /** The presser's id; 1001 unless told. */
  readonly from?: number;
  readonly language?: string;
  /** Forged: sent instead of what the button says. */
  readonly data?: string;
  /** Telegram does not tell which message it was, such as of one that was sent through inline mode. */
  readonly untold?: true;
  readonly withinMs?: number;
}

/** What comes of it, once the button no longer spins. */
export interface Pressed {
  /** What pops up; nothing when the press was confirmed without words. */
  readonly toast?: string;
  /** The pressed message, when it was changed. */
  readonly edited?: SentMessage;
  /** Messages the bot sent to the chat meanwhile. */
  readonly sent: readonly SentMessage[];
}

interface Open {
  readonly chat: number;
  readonly message: number;
  readonly sent: SentMessage[];
  edited?: SentMessage;
  readonly resolve: (pressed: Pressed) => void;
}

/** Callback queries (https://core.telegram.org/bots/api#callbackquery): each must be answered, once. */
export function presses(
  world: ReturnType<typeof chats>,
  deliver: (update: object) => void,
  listen: (hear: (message: SentMessage) => void) => () => void,
) {
  const open = new Map<string, Open>();
  let count = 0;

  async function press({
    chat,
    on,
    label,
    from = 1001,
    language,
    data,
    untold,
    withinMs = 5_000,
  }: Press): Promise<Pressed> {
    const message = world.messages(chat).find(({ id }) => id === on.id);
    const buttons = message?.markup?.inline_keyboard?.flat() ?? [];
    const button = buttons.find(({ text }) => text === label);
    const pressedData = data ?? button?.callback_data;
    if (!message || pressedData === undefined)
      throw new Error(`there is no "${label}" among ${buttons.map(({ text }) => text).join(', ')}`);
    count += 1;
    const id = `query${count}`;
    const { promise, resolve, reject } = Promise.withResolvers<Pressed>();
    const one: Open = { chat, message: on.id, sent: [], resolve };
    open.set(id, one);
    const deaf = listen((sent) => {
      if (sent.chat === chat) one.sent.push(sent);
    });
    const timer = setTimeout(
      () => reject(new Error(`"${label}" still spins after ${withinMs} ms`)),
      withinMs,
    );
    const kind = world.get(chat)?.kind;
    deliver({
      callback_query: {
        id,
        from: {
          id: from,
          is_bot: false,
          first_name: `User ${from}`,
          ...(language ? { language_code: language } : {}),
        },
        chat_instance: String(chat),
        data: pressedData,
        ...(untold
          ? { inline_message_id: 'unknown' }
          : {
              message: {
                message_id: on.id,
                date: Math.floor(Date.now() / 1000),
                chat: { id: chat, type: kind },
                text: message.text,
                ...(message.topic === undefined
                  ? {}
                  : { message_thread_id: message.topic, is_topic_message: true }),
              },
            }),
      },
    });
    return promise.finally(() => {
      clearTimeout(timer);
      deaf();
    });
  }

  return {
    press,
    answer({ callback_query_id: id, text }: { callback_query_id: string; text?: string }): Answer {
      const one = open.get(id);
      if (!one)
        return {
          ok: false,
          code: 400,
          description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
        };
      open.delete(id);
      const { sent, edited } = one;
      one.resolve({ sent, ...(text === undefined ? {} : { toast: text }), ...(edited ? { edited } : {}) });
      return { ok: true, result: true };
    },
    /** Passes the answer to an edit on, and remembers the edit. */
    edited(
      { chat_id: chat, message_id: id }: { chat_id: number | string; message_id?: number },
      answer: Answer,
    ): Answer {
      if (!answer.ok) return answer;
      const message = world.messages(chat).find((one) => one.id === id);
      for (const one of open.values())
        if (message && one.chat === Number(chat) && one.message === id) one.edited = message;
      return answer;
    },
  };
}
