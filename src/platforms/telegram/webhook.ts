import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Update } from 'telegraf/types';
import type { Api } from './api.ts';
import { persist, type Persistence } from './persist.ts';
import { unseen, wanted } from './updates.ts';

/** Where Telegram is to bring updates, and where we take them. */
export interface Webhook {
  /** Public and https; a proxy in front ends TLS and passes on to `port`. */
  readonly url: string;
  readonly port: number;
  /** Telegram shows it with every update; 1 to 256 of A–Z, a–z, 0–9, _ and -. */
  readonly secret: string;
}

const largestBytes = 1_000_000;

/**
 * Takes updates that Telegram brings, until the signal is aborted or Telegram refuses the address: then the reason is
 * returned. https://core.telegram.org/bots/api#setwebhook
 */
export async function receive(
  api: Api,
  persistence: Persistence,
  { url, port, secret }: Webhook,
  onUpdate: (update: Update) => void,
): Promise<string | undefined> {
  const { timing, signal, log } = persistence;
  const isNew = unseen();
  const server = createServer((request, response) => {
    take(request, response, secret, (update) => isNew(update.update_id) && onUpdate(update)).catch(
      (err: unknown) => {
        log.warn({ err }, 'an update could not be taken');
        if (!response.headersSent) response.writeHead(400).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  try {
    const told = await persist(
      () =>
        api.call(
          'setWebhook',
          { url, secret_token: secret, allowed_updates: [...wanted] },
          { timeoutMs: timing.ask, signal },
        ),
      persistence,
    );
    if (told.is === 'ended') return told.reason;
    if (told.is === 'done' && !signal.aborted)
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    return undefined;
  } finally {
    server.close();
    server.closeIdleConnections();
  }
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  secret: string,
  onUpdate: (update: Update) => unknown,
): Promise<void> {
  if (request.method !== 'POST' || !isSame(request.headers['x-telegram-bot-api-secret-token'], secret)) {
    response.writeHead(401).end();
    return;
  }
  if (Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY) > largestBytes) {
    response.writeHead(413).end();
    return;
  }
  const update = (await json(request)) as Update;
  // Answered first: Telegram brings an update again that is not taken at once.
  response.writeHead(200).end();
  onUpdate(update);
}

const isSame = (given: string | readonly string[] | undefined, secret: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
};
