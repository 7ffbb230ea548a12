import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/platforms/platform.ts';
import { type FakeTelegram, fakeTelegram } from '../../fakes/telegram/fakeTelegram.ts';
import { admin, echoDesk, commands, connected, group } from './echoBot.ts';

let server: FakeTelegram;
let platform: Platform;

const texts = async (said: Parameters<FakeTelegram['say']>[0]): Promise<readonly string[]> =>
  (await server.say(said)).map(({ text }) => text);

const registrations = () => server.requests.filter(({ method }) => method === 'setMyCommands').length;

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

describe('starting', () => {
  it('shows the commands to whom they are for', async () => {
    await platform.listen(echoDesk);
    expect(server.menus.names('default')).toEqual(['echo', 'where', 'broken', 'slow', 'pick']);
    expect(server.menus.names('all_private_chats')).toContain('secret');
    expect(server.menus.names('all_chat_administrators')).toContain('secret');
  });

  it('does not register the commands again when nothing changed', async () => {
    await platform.listen(echoDesk);
    await platform.close();
    expect(registrations()).toBe(3);
    platform = connected(server);
    await platform.listen(echoDesk);
    expect(registrations()).toBe(3);
    await platform.close();
    platform = connected(server);
    await platform.listen({ ...echoDesk, commands: commands.slice(1) });
    expect(registrations()).toBe(6);
  });

  it('works without menus when they cannot be registered', async () => {
    server.fail({ method: 'setMyCommands' }, { is: 'answer', code: 400, description: 'Bad Request: no' }, 3);
    await platform.listen(echoDesk);
    expect(await texts({ chat: group, text: '/echo hello' })).toEqual(['You said hello']);
  });

  it('waits for Telegram to come up', async () => {
    server.fail({ method: 'getMe' }, { is: 'drop' }, 3);
    await platform.listen(echoDesk);
    expect(await texts({ chat: group, text: '/echo hello' })).toEqual(['You said hello']);
  });

  it.each([
    ['a token of another bot', '1:other'],
    ['something that is no token', 'nonsense'],
  ])('ends with the mend for %s', async (_name, token) => {
    const wrong = await connected(server, token).listen(echoDesk);
    expect(await wrong.ended).toMatch(/@BotFather .*TELEGRAM_TOKEN/u);
    await wrong.close();
  });

  it('can be given up by closing the platform', async () => {
    server.fail({}, { is: 'hang' }, 1_000);
    const listening = platform.listen(echoDesk);
    await sleep(50);
    const asked = performance.now();
    await platform.close();
    await listening;
    expect(performance.now() - asked).toBeLessThan(1_000);
  });
});
