import { describe, expect, it, vi } from 'vitest';
import { environment, startBot } from '../bot.ts';
import { inFolder, pactwire } from '../cli/pactwire.ts';
import { fakeDiscord } from '../fakes/discord/fakeDiscord.ts';
import { fakeTelegram } from '../fakes/telegram/fakeTelegram.ts';

const soon = { timeout: 15_000, interval: 50 };

describe('a token', () => {
  it('is in no line and on no page of a bot in trouble', () =>
    inFolder(async (cwd) => {
      const [discord, telegram] = await Promise.all([fakeDiscord(), fakeTelegram()]);
      telegram.addChat(-1001, 'supergroup');
      telegram.setAdmin(-1001, 7);
      discord.fail({ path: /gateway/u }, { is: 'answer', status: 502 });
      discord.fail({ path: /commands/u }, { is: 'error', status: 403, code: 50_001 });
      telegram.fail({ method: 'getUpdates' }, { is: 'page', status: 502 });
      telegram.fail({ method: 'sendMessage' }, { is: 'drop' });
      const surroundings = { cwd, discord, telegram };
      const bot = startBot({ ...surroundings, env: { LOG_LEVEL: 'debug', HTTP_PORT: '0' } });
      await vi.waitFor(() => expect(telegram.polling, bot.log()).toBe(true), soon);
      await telegram.say({ chat: -1001, from: 7, text: '/subscribe' });
      const [, address = ''] = /"url":"(http[^"]+)"[^\n]+web room/u.exec(bot.log()) ?? [];
      const pages = await Promise.all(
        [
          '/',
          '/?words=token',
          '/trends',
          '/companies/Nobody',
          '/nowhere',
          '/metrics',
          '/healthz',
          '/readyz',
          '/feed.atom',
          '/kinds/product/feed.json',
        ].map(async (path) => (await fetch(new URL(path, address))).text()),
      );
      expect(pages.join('')).toContain('pactwire');
      await bot.stop();
      const doctor = await pactwire(['doctor'], { cwd, env: environment(surroundings) });
      const refused = await pactwire(['start'], {
        cwd,
        env: { ...environment(surroundings), DISCORD_TOKEN: `${discord.token} and a blank` },
      });
      const written = [...pages, bot.log(), doctor.out, doctor.err, refused.out, refused.err].join('\n');
      expect(written).toContain('cannot be heard');
      for (const { token } of [discord, telegram]) {
        // Half of a token is as much a leak as the whole.
        expect(written).not.toContain(token.slice(-12));
      }
      await Promise.all([discord.close(), telegram.close()]);
    }));
});
