import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bot, startBot } from '../bot.ts';
import { inFolder } from '../cli/pactwire.ts';
import { aChat, noon, text } from '../commands/chat.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/fakeDiscord.ts';
import { type FakeTelegram, fakeTelegram } from '../fakes/telegram/fakeTelegram.ts';

const group = -1001;
const soon = { timeout: 15_000, interval: 50 };

let discord: FakeDiscord;
let telegram: FakeTelegram;

beforeEach(async () => {
  [discord, telegram] = await Promise.all([fakeDiscord(), fakeTelegram()]);
  telegram.addChat(group, 'supergroup');
});

afterEach(async () => {
  await Promise.all([discord.close(), telegram.close()]);
});

const running = (work: (bot: Bot) => Promise<void>) =>
  inFolder(async (cwd) => {
    const bot = startBot({ cwd, discord, telegram, env: { COMMANDS_PER_MINUTE: '8' } });
    await vi.waitFor(() => expect(discord.commands().length, bot.log()).toBeGreaterThan(0), soon);
    await vi.waitFor(() => expect(telegram.polling, bot.log()).toBe(true), soon);
    await work(bot);
    expect(await bot.stop(), bot.log()).toBe(0);
  });

describe('a hostile member of a chat', () => {
  it('can set up nothing without being an administrator', () =>
    running(async () => {
      const reply = await discord.interact({ name: 'subscribe' });
      expect(JSON.stringify(reply)).toMatch(/administrators/u);
      const [answer] = await telegram.say({ chat: group, from: 66, text: '/subscribe' });
      expect(answer?.text).toMatch(/administrators/u);
    }));

  it('gets an answer, and no more, to whatever they type', () =>
    running(async (bot) => {
      const odd = [
        `/latest ' OR 1=1; DROP TABLE stories; --`,
        `/latest "NEAR(" * ^ AND`,
        `/latest ${'a'.repeat(3_900)}`,
        `/latest (a+)+$ ${'a'.repeat(60)}!`,
        '/latest __proto__ 5',
        '/latest \u202E\u0000\uFFFF 9e99',
        '/latest <b>@everyone</b> [x](javascript:1)',
      ];
      for (const line of odd) {
        const [answer] = await telegram.say({ chat: group, from: 66, text: line });
        expect(answer?.text, line).toMatch(/\S/u);
        expect(answer?.text).not.toMatch(/SQLITE|at .*\.ts:\d|syntax error/u);
      }
      const rest = [];
      for (let more = 0; more < 8; more += 1)
        rest.push(...(await telegram.say({ chat: group, from: 66, text: '/about' })));
      expect(rest.at(-1)?.text).toMatch(/^That was fast/u);
      expect(bot.log()).not.toContain('"level":50');
    }));

  it('is not served faster than others are, whether they type or press', async () => {
    let now = noon;
    const chat = await aChat({ perMinute: 20, now: () => now });
    const first = await chat.typed('/latest count:1');
    const flood = [];
    for (let at = 0; at < 100; at += 1)
      flood.push(text(await (at % 2 === 0 ? chat.typed('/about') : chat.press(first, 'Older ▶'))));
    expect(flood.filter((answer) => !answer.startsWith('That was fast'))).toHaveLength(19);
    expect(await chat.say('/about', { person: '2' })).toMatch(/^Pactwire/u);
    now += 3_000;
    expect([await chat.say('/about'), await chat.say('/about')]).toEqual([
      expect.stringMatching(/^Pactwire/u),
      expect.stringMatching(/^That was fast/u),
    ]);
  });
});
