import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Answer,
  botId,
  type Chat,
  type ChatKind,
  chats,
  type SentMessage,
  type TextRequest,
  tooLong,
} from './chats.ts';
import { againstDescription, isMethod } from './description.ts';
import { answerError, type Fault, faults, type Match, misbehave } from './faults.ts';
import { flood } from './flood.ts';
import { menus } from './menus.ts';
import { payloadOf } from './payload.ts';
import { type Press, presses, type Pressed } from './presses.ts';
import { againstRules } from './rules.ts';
import { type Said, saidUpdate } from './said.ts';
import { type Update, updates } from './updates.ts';

export interface FakeTelegram extends AsyncDisposable {
  readonly apiUrl: string;
  readonly token: string;
  /** Everything asked of the server, in order. */
  readonly requests: readonly Request[];
  /** What was wrong with the requests, against the official description and its prose; close() throws if there is any. */
  readonly violations: string[];
  readonly menus: ReturnType<typeof menus>;
  /** What @BotFather was told about the bot. */
  readonly profile: Profile;
  /** Where updates are pushed to; nowhere while the address is empty. */
  readonly webhook: Webhook;
  /** Whether a getUpdates request is waiting right now. */
  readonly polling: boolean;
  /** Updates that no poll has confirmed. */
  readonly pending: readonly Update[];
  addChat(id: number, kind?: ChatKind): Chat;
  setAdmin(chat: number, user: number, standing?: 'creator' | 'administrator'): void;
  messages(chat: number | string): readonly SentMessage[];
  /** How many messages were posted, over all chats. */
  posted(): number;
  /** How often the documented limits were met. */
  flooded(): number;
  /** A person writes; resolves with the messages that answer, none if there are none in time. */
  say(said: Said): Promise<readonly SentMessage[]>;
  /** A person presses a button by its label; resolves with what they see of it. */
  press(press: Press): Promise<Pressed>;
  /** Gives a chat a public name, such as `@news`. */
  name(chat: number, name: string): void;
  /** The bot is added to a chat, or its rights there change. */
  join(chat: number, by: number, status?: string): void;
  /** Delivers an update as it is, such as one that was delivered before. */
  deliver(update: Update): void;
  /** Lets matching requests meet a fault; returns how to end that early. */
  fail(match: Match, fault: Fault, times?: number): () => void;
  close(): Promise<void>;
}

export interface Profile {
  can_join_groups: boolean;
  can_read_all_group_messages: boolean;
}

/** https://core.telegram.org/bots/api#webhookinfo */
export interface Webhook {
  url: string;
  pending_update_count: number;
  last_error_message?: string;
}

export interface Request {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: number;
}

export interface FakeTelegramOptions {
  readonly token?: string;
  readonly username?: string;
  /** Whether the documented sending limits hold. */
  readonly limits?: boolean;
}

const defaultToken = '123456789:AAfake-token_for-tests-0123456789abc';

/** Telegram's Bot API over HTTP on loopback: keeps what it is sent, says what people say, fails when told to. */
export async function fakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const { token = defaultToken, username = 'pactwire_bot', limits = false } = options;
  const [requests, violations]: [Request[], string[]] = [[], []];
  const listeners = new Set<(message: SentMessage) => void>();
  const world = chats((message) => {
    for (const hear of listeners) hear(message);
  });
  const [queue, planned, lists, floodWait] = [updates(), faults(), menus(), flood()];
  const profile: Profile = { can_join_groups: true, can_read_all_group_messages: false };
  const webhook: Webhook = { url: '', pending_update_count: 0 };
  const [names, files] = [new Map<string, number>(), new Map<string, Uint8Array>()];
  const pressing = presses(
    world,
    (update) => queue.add({ update_id: queue.nextId(), ...update }),
    (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  );
  let flooded = 0;
  const me = { id: botId, is_bot: true, first_name: 'Pactwire', username };

  const methods: Readonly<Record<string, (payload: never) => Answer>> = {
    getMe: () => ({ ok: true, result: { ...me, ...profile } }),
    getWebhookInfo: () => ({ ok: true, result: { ...webhook, has_custom_certificate: false } }),
    deleteWebhook: () => ({ ok: true, result: true }),
    setWebhook: () => ({ ok: true, result: true }),
    answerCallbackQuery: pressing.answer,
    setMyCommands: ({ scope, commands, language_code: language }) => ({
      ok: true,
      result: lists.set(scope, commands, language),
    }),
    deleteMyCommands: ({ scope }) => ({ ok: true, result: lists.set(scope, []) }),
    getMyCommands: ({ scope, language_code: language }) => ({ ok: true, result: lists.get(scope, language) }),
    getChatMember: ({ chat_id: chat, user_id: user }) => world.member(chat, user),
    getChat: ({ chat_id: chat }) => world.chat(chat, names),
    getFile: ({ file_id: id }) => ({ ok: true, result: { file_id: id, file_unique_id: id, file_path: id } }),
    sendPhoto: (payload: TextRequest) => world.send(payload),
    sendDocument: (payload: TextRequest) => world.send(payload),
    sendMessage: (payload: TextRequest) => tooLong(payload) ?? world.send(payload),
    editMessageText: (payload: TextRequest) =>
      tooLong(payload) ?? pressing.edited(payload, world.edit(payload)),
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, key, path = ''] = /^\/file\/bot([^/]+)\/(.+)$/u.exec(request.url ?? '') ?? [];
    if (key === token) return void response.end(files.get(path));
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/u.exec(request.url ?? '') ?? [];
    if (given !== token) {
      return given?.includes(':')
        ? answerError(response, 401, 'Unauthorized')
        : answerError(response, 404, 'Not Found');
    }
    const payload = await payloadOf(request, method);
    requests.push({ method, payload: payload.sent, at: Date.now() });
    if (!isMethod(method)) {
      violations.push(`${method} is none of the methods this server knows`);
      return answerError(response, 404, 'Not Found');
    }
    const shape = againstDescription(method, payload.sent);
    violations.push(...shape, ...(shape.length === 0 ? againstRules(method, payload.sent) : []));
    const fault = planned.take(method, payload.sent['chat_id']);
    if (fault && !fault.after) return misbehave(fault, response);
    if (method === 'getUpdates') return queue.ask(payload.sent, response);
    const wait =
      limits && method === 'sendMessage' ? floodWait(String(payload.sent['chat_id']), Date.now()) : undefined;
    if (wait !== undefined) {
      flooded += 1;
      return answerError(response, 429, `Too Many Requests: retry after ${wait}`, { retry_after: wait });
    }
    const answer = methods[method]?.(payload.text as never) ?? {
      ok: false,
      code: 404,
      description: 'Not Found',
    };
    if (fault) return misbehave(fault, response);
    if (!answer.ok) return answerError(response, answer.code, answer.description);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      violations.push(`${request.url?.replace(token, '****')}: ${String(error)}`);
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function say(said: Said): Promise<readonly SentMessage[]> {
    const chat = world.add(said.chat, said.kind);
    if (said.topic !== undefined) chat.topics.add(said.topic);
    const id = chat.nextMessage++;
    if (said.file) files.set(said.file.name, said.file.bytes);
    const { promise, resolve } = Promise.withResolvers<readonly SentMessage[]>();
    const hear = (message: SentMessage): void => {
      if (message.chat === said.chat && message.replyTo === id) resolve([message]);
    };
    listeners.add(hear);
    const timer = setTimeout(() => resolve([]), said.withinMs ?? 3_000);
    queue.add(saidUpdate(said, chat, queue.nextId(), id));
    return promise.finally(() => {
      clearTimeout(timer);
      listeners.delete(hear);
    });
  }

  async function close(): Promise<void> {
    queue.close();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    if (violations.length > 0) throw new Error(`Telegram would object:\n${violations.join('\n')}`);
  }

  return {
    apiUrl: `http://127.0.0.1:${port}`,
    token,
    requests,
    violations,
    menus: lists,
    profile,
    webhook,
    get polling() {
      return queue.polling;
    },
    get pending() {
      return queue.pending;
    },
    addChat: (id, kind) => world.add(id, kind),
    setAdmin: (chat, user, standing = 'administrator') => world.add(chat).standing.set(user, standing),
    messages: world.messages,
    posted: world.posted,
    flooded: () => flooded,
    say,
    press: pressing.press,
    name: (chat, name) => names.set(name, chat),
    join(id, by, status = 'member') {
      const chat = world.add(id);
      const bot = { ...me };
      queue.add({
        update_id: queue.nextId(),
        my_chat_member: {
          chat: { id: chat.id, type: chat.kind, title: 'Chat' },
          from: { id: by, is_bot: false, first_name: `User ${by}`, language_code: 'en' },
          date: Math.floor(Date.now() / 1000),
          old_chat_member: { status: 'left', user: bot },
          new_chat_member: { status, user: bot },
        },
      });
    },
    deliver: (update) => queue.add(update),
    fail: (match, fault, times = 1) => planned.add(match, fault, times),
    close,
    [Symbol.asyncDispose]: close,
  };
}
