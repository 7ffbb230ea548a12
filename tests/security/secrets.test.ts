import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { environment, startBot } from '../bot.ts';
import { inFolder, pactwire } from '../cli/pactwire.ts';
import { fakeDiscord } from '../fakes/discord/fakeDiscord.ts';
import { fakeTelegram } from '../fakes/telegram/fakeTelegram.ts';

const soon = { timeout: 15_000, interval: 50 };

describe('a token', () => {
  it('is in no line that a bot in trouble writes', () =>
    inFolder(async (cwd) => {
      const [discord, telegram] = await Promise.all([fakeDiscord(), fakeTelegram()]);
      telegram.addChat(-1001, 'supergroup');
      telegram.setAdmin(-1001, 7);
      discord.fail({ path: /gateway/u }, { is: 'answer', status: 502 });
      discord.fail({ path: /commands/u }, { is: 'error', status: 403, code: 50_001 });
      telegram.fail({ method: 'getUpdates' }, { is: 'page', status: 502 });
      telegram.fail({ method: 'sendMessage' }, { is: 'drop' });
      const surroundings = { cwd, discord, telegram };
      const bot = startBot({ ...surroundings, env: { LOG_LEVEL: 'debug' } });
      await vi.waitFor(() => expect(telegram.polling, bot.log()).toBe(true), soon);
      await telegram.say({ chat: -1001, from: 7, text: '/subscribe' });
      await sleep(100);
      await bot.stop();
      const doctor = await pactwire(['doctor'], { cwd, env: environment(surroundings) });
      const refused = await pactwire(['start'], {
        cwd,
        env: { ...environment(surroundings), DISCORD_TOKEN: `${discord.token} and a blank` },
      });
      const written = [bot.log(), doctor.out, doctor.err, refused.out, refused.err].join('\n');
      expect(written).toContain('cannot be heard');
      for (const { token } of [discord, telegram]) {
        // Half of a token is as much a leak as the whole.
        expect(written).not.toContain(token.slice(-12));
      }
      await Promise.all([discord.close(), telegram.close()]);
    }));
});
