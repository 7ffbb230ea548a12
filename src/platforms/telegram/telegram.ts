import type { Connection, Listener, Platform } from '../platform.ts';
import { api as connect } from './api.ts';
import { floodWatch } from './floodWatch.ts';
import { listen } from './listen.ts';
import { pace } from './pace.ts';
import { edit, send } from './send.ts';
import { patience, type Timing } from './timing.ts';
import type { Webhook } from './webhook.ts';

export interface TelegramConnection extends Connection {
  readonly webhook?: Webhook | undefined;
}

/** Telegram as a platform: sending is stateless HTTP, listening is long polling or a webhook. */
export function telegram(connection: TelegramConnection, timing: Timing = patience): Platform {
  const api = connect(connection);
  const closing = new AbortController();
  const listeners = new Set<Listener>();
  const limits = { timeoutMs: timing.send };
  const watched = floodWatch();
  return {
    name: 'telegram',
    pace: pace(connection.perSecond),
    remembersKeyMs: 0,
    // A private chat has the id of its person; sending tells whether the person allows it.
    person: async (id) => ({ platform: 'telegram', chat: id }),
    // Telegram has nothing to mark a repeat with, so the key stays unused.
    send: async (to, message, _key, options) =>
      watched(to.chat, await send(api, to, message, limits, options)),
    edit: async (to, id, message) => watched(to.chat, await edit(api, to, id, message, limits)),
    async listen(desk) {
      const { log, webhook } = connection;
      const listener = await listen({ api, timing, log, closing: closing.signal, webhook }, desk);
      listeners.add(listener);
      return listener;
    },
    async close() {
      closing.abort();
      await Promise.all([...listeners].map((listener) => listener.close()));
    },
  };
}
