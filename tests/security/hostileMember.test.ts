import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bot, startBot } from '../bot.ts';
import { inFolder } from '../cli/pactwire.ts';
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
    const bot = startBot({ cwd, discord, telegram });
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
      for (const text of odd) {
        const [answer] = await telegram.say({ chat: group, from: 66, text });
        expect(answer?.text, text).toMatch(/\S/u);
        expect(answer?.text).not.toMatch(/SQLITE|at .*\.ts:\d|syntax error/u);
      }
      expect(bot.log()).not.toContain('"level":50');
    }));
});
