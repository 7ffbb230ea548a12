import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Listener, Platform } from '../../../src/platforms/platform.ts';
import { type FakeTelegram, fakeTelegram } from '../../fakes/telegram/fakeTelegram.ts';
import { type Fault, wording } from '../../fakes/telegram/faults.ts';
import { admin, connected, echoDesk, group } from './echoBot.ts';

let server: FakeTelegram;
let platform: Platform;
let listener: Listener;

const texts = async (said: Parameters<FakeTelegram['say']>[0]): Promise<readonly string[]> =>
  (await server.say(said)).map(({ text }) => text);

const untilPolling = () => vi.waitUntil(() => server.polling, { timeout: 5_000, interval: 5 });

beforeEach(async () => {
  server = await fakeTelegram();
  server.addChat(group);
  server.setAdmin(group, admin);
  platform = connected(server);
});

afterEach(async () => {
  await platform.close();
  await server.close();
});

describe('long polling', () => {
  beforeEach(async () => {
    listener = await platform.listen(echoDesk);
  });

  it('asks only for the updates it needs', async () => {
    await untilPolling();
    const polls = server.requests.filter(({ method }) => method === 'getUpdates');
    expect(polls[0]?.payload).toEqual({
      offset: 0,
      timeout: 50,
      allowed_updates: ['message', 'channel_post', 'callback_query', 'my_chat_member'],
    });
  });

  it.each<[name: string, fault: Fault, times: number]>([
    ['a gateway page', { is: 'page', status: 502 }, 3],
    ['a dropped connection', { is: 'drop' }, 3],
    ['a page that claims success', { is: 'page', status: 200 }, 1],
    ['a rate limit', wording.retryAfter(0), 1],
    ['a request Telegram calls bad', { is: 'answer', code: 400, description: 'Bad Request: odd' }, 1],
    ['another program that soon goes away', { is: 'answer', code: 409, description: 'Conflict: other' }, 2],
  ])('goes on after %s', async (_name, fault, times) => {
    server.fail({ method: 'getUpdates' }, fault, times);
    expect(await texts({ chat: group, text: '/echo one' })).toEqual(['You said one']);
    expect(await texts({ chat: group, text: '/echo two' })).toEqual(['You said two']);
  });

  it('pauses longer after each failure, up to a limit', async () => {
    await untilPolling();
    const before = server.requests.length;
    const lift = server.fail({ method: 'getUpdates' }, { is: 'drop' }, 100);
    await server.say({ chat: group, text: 'talk', withinMs: 450 });
    lift();
    const polls = server.requests.slice(before).filter(({ method }) => method === 'getUpdates');
    expect(polls.length).toBeGreaterThan(3);
    expect(polls.length).toBeLessThan(10);
  });

  it('ends with the mend when the token is withdrawn', async () => {
    server.fail({ method: 'getUpdates' }, wording.unauthorized);
    await server.say({ chat: group, text: '/echo', withinMs: 50 });
    expect(await listener.ended).toMatch(/@BotFather .*TELEGRAM_TOKEN/u);
  });

  it('ends with the mend when another program keeps reading', async () => {
    await untilPolling();
    const other = setInterval(() => {
      void fetch(`${server.apiUrl}/bot${server.token}/getUpdates`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ timeout: 50 }),
      }).catch(() => {});
    }, 10);
    expect(await listener.ended).toMatch(/Another program .* same token\. Stop it/u);
    clearInterval(other);
  });

  it.each<[name: string, prepare: () => void]>([
    ['a poll is waiting', () => {}],
    ['Telegram is down', () => server.fail({}, { is: 'drop' }, 1_000)],
    ['Telegram hangs', () => server.fail({}, { is: 'hang' }, 1_000)],
    ['a command runs', () => void server.say({ chat: group, text: '/slow', withinMs: 10 })],
  ])('stops within a second while %s', async (_name, prepare) => {
    await untilPolling();
    prepare();
    await server.say({ chat: group, text: '/echo', withinMs: 100 });
    const asked = performance.now();
    await listener.close();
    expect(performance.now() - asked).toBeLessThan(1_000);
  });

  it('tells Telegram what it has read, so that the next start does not answer it again', async () => {
    await server.say({ chat: group, text: '/echo hello' });
    await listener.close();
    expect(server.pending).toEqual([]);
    expect(server.polling).toBe(false);
  });
});
