import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pino } from 'pino';
import type { Platform } from '../../../src/platforms/platform.ts';
import { telegram } from '../../../src/platforms/telegram/telegram.ts';
import { type FakeTelegram, fakeTelegram } from '../../fakes/telegram/fakeTelegram.ts';
import { freePort } from '../../servers/server.ts';
import { echoDesk, reader } from './echoBot.ts';

const secret = 'only-telegram-knows';

describe('with a webhook', () => {
  let server: FakeTelegram;
  let platform: Platform;
  let port: number;

  beforeEach(async () => {
    [server, port] = await Promise.all([fakeTelegram(), freePort()]);
    server.addChat(reader, 'private');
    const webhook = { url: 'https://bot.example.org/telegram', port, secret };
    platform = telegram({
      token: server.token,
      apiUrl: server.apiUrl,
      log: pino({ level: 'silent' }),
      perSecond: 30,
      webhook,
    });
    await platform.listen(echoDesk);
    while (!server.requests.some(({ method }) => method === 'setWebhook')) await sleep(10);
  });
  afterEach(async () => {
    await platform.close();
    await server.close();
  });

  const bring = async (id: number, token = secret, body?: string): Promise<number> => {
    const from = { id: reader, is_bot: false, first_name: 'Kim' };
    const chat = { id: reader, type: 'private', first_name: 'Kim' };
    const update = {
      update_id: id,
      message: {
        message_id: id,
        date: 1,
        chat,
        from,
        text: '/echo hello',
        entities: [{ type: 'bot_command', offset: 0, length: 5 }],
      },
    };
    const response = await fetch(`http://127.0.0.1:${port}/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': token },
      body: body ?? JSON.stringify(update),
    });
    return response.status;
  };
  const answers = (): readonly string[] => server.messages(reader).map(({ text }) => text);

  it('tells Telegram where to bring updates, with a secret, and asks for none itself', () => {
    const told = server.requests.find(({ method }) => method === 'setWebhook');
    expect(told?.payload).toMatchObject({ url: 'https://bot.example.org/telegram', secret_token: secret });
    expect(server.polling).toBe(false);
  });

  it('answers what Telegram brings, once, though it brings it twice', async () => {
    expect([await bring(7), await bring(7)]).toEqual([200, 200]);
    await vi.waitFor(() => expect(answers()).toHaveLength(1));
    expect(answers()).toEqual(['You said hello']);
  });

  it.each([
    ['a wrong secret', async () => bring(8, 'guessed'), 401],
    ['what is no update', async () => bring(8, secret, 'no json'), 400],
    ['more than an update can be', async () => bring(8, secret, 'x'.repeat(1_000_001)), 413],
  ])('refuses %s', async (_, call, status) => {
    expect(await call()).toBe(status);
    expect(answers()).toEqual([]);
  });
});
