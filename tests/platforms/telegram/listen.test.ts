import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Platform } from '../../../src/platforms/platform.ts';
import { type FakeTelegram, fakeTelegram } from '../../fakes/telegram/fakeTelegram.ts';
import { wording } from '../../fakes/telegram/faults.ts';
import { admin, connected, echoDesk, group, moves, reader } from './echoBot.ts';

let server: FakeTelegram;
let platform: Platform;

const texts = async (said: Parameters<FakeTelegram['say']>[0]): Promise<readonly string[]> =>
  (await server.say(said)).map(({ text }) => text);

beforeEach(async () => {
  server = await fakeTelegram();
  server.addChat(group);
  server.setAdmin(group, admin);
  platform = connected(server);
  moves.length = 0;
});

afterEach(async () => {
  await platform.close();
  await server.close();
});

describe('while listening', () => {
  beforeEach(async () => {
    await platform.listen(echoDesk);
  });

  it('answers as a reply to the question', async () => {
    expect(await texts({ chat: group, from: reader, text: '/echo hello there' })).toEqual([
      'You said hello there',
    ]);
  });

  it('answers in the topic of the question, and tells where that is', async () => {
    const replies = await server.say({ chat: group, from: reader, topic: 5, text: '/where' });
    expect(replies).toMatchObject([
      { topic: 5, text: JSON.stringify([{ platform: 'telegram', chat: '-1001', topic: '5' }, '11']) },
    ]);
  });

  it.each([
    ['a reader of a group is sent away', { chat: group, from: reader }, /is for administrators/u],
    ['an administrator of a group is served', { chat: group, from: admin }, /Done/u],
    ['an anonymous administrator is served', { chat: group, anonymous: true as const }, /Done/u],
    ['a stranger in a private chat decides for that chat', { chat: 77, from: 77 }, /Done/u],
    ['whoever posts in a channel is served', { chat: -2002, kind: 'channel' as const }, /Done/u],
    [
      'somebody speaking as another channel is sent away',
      { chat: group, inTheNameOf: -2002 },
      /administrators/u,
    ],
  ])('%s', async (_name, said, expected) => {
    expect((await texts({ ...said, text: '/secret' })).join()).toMatch(expected);
  });

  it.each([
    ['in the group', { chat: { id: -55 }, migrate_to_chat_id: -1055 }],
    ['in the supergroup', { chat: { id: -1055 }, migrate_from_chat_id: -55 }],
  ])('tells the desk that a group became a supergroup, as Telegram says %s', async (_name, message) => {
    server.deliver({ update_id: 900, message: { message_id: 1, date: 0, ...message } });
    const [from, to] = [-55, -1055].map((chat) => ({ platform: 'telegram', chat: `${chat}` }));
    await vi.waitFor(() => expect(moves).toEqual([[from, to]]));
  });

  it('does not call a person no administrator when Telegram will not tell', async () => {
    server.fail({ method: 'getChatMember' }, { is: 'page', status: 502 });
    expect(await texts({ chat: group, from: admin, text: '/secret' })).toEqual([
      '/\u2060secret failed on my side. The log of the bot says why; please try again in a minute.',
    ]);
  });

  it('says what is wrong with the arguments', async () => {
    expect(await texts({ chat: group, text: '/pick x' })).toEqual(['I don\'t know what to do with "x".']);
  });

  it('leaves talk and the commands of other bots alone', async () => {
    expect(await texts({ chat: group, text: '/echo@other_bot hello', withinMs: 200 })).toEqual([]);
    expect(await texts({ chat: group, text: 'hello', withinMs: 100 })).toEqual([]);
  });

  it('answers an update once, even if Telegram delivers it again', async () => {
    await server.say({ chat: group, text: '/echo one' });
    const again = {
      update_id: 1,
      message: {
        message_id: 1,
        chat: { id: group, type: 'supergroup' },
        text: '/echo one',
        from: { id: reader },
      },
    };
    server.deliver(again);
    await server.say({ chat: group, text: '/echo two' });
    expect(server.messages(group).map(({ text }) => text)).toEqual(['You said one', 'You said two']);
  });

  it('apologises when a command breaks, and goes on', async () => {
    expect((await texts({ chat: group, text: '/broken' })).join()).toMatch(/failed on my side/u);
    expect(await texts({ chat: group, text: '/echo still here' })).toEqual(['You said still here']);
  });

  it('hears the next command while a long one runs', async () => {
    const slow = server.say({ chat: group, text: '/slow' });
    const asked = performance.now();
    expect(await texts({ chat: group, text: '/echo quick' })).toEqual(['You said quick']);
    expect(performance.now() - asked).toBeLessThan(1_000);
    expect(await slow).toHaveLength(1);
  });

  it('waits as long as it is told and answers then', async () => {
    server.fail({ method: 'sendMessage' }, wording.retryAfter(0));
    expect(await texts({ chat: group, text: '/echo hello' })).toEqual(['You said hello']);
  });
});
