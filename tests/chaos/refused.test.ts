import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startBot } from '../bot.ts';
import { wording } from '../fakes/telegram/faults.ts';
import { type City, city } from './city.ts';

let town: City;
beforeEach(async () => {
  town = await city(6);
});
afterEach(() => town.leave());

it('a platform that refuses the token stops alone, and the exit says why', async () => {
  const story = town.publish();
  town.telegram.fail({ method: 'sendMessage' }, wording.unauthorized, 99);
  const bot = startBot(town.surroundings);
  const onDiscord = town.destinations.filter(({ platform }) => platform === 'discord');
  await vi.waitFor(
    () => {
      for (const to of onDiscord) expect(town.copies(to, story), bot.log()).toBe(1);
      expect(bot.log()).toMatch(/TELEGRAM_TOKEN/u);
    },
    { timeout: 20_000, interval: 50 },
  );
  expect(await bot.stop(), bot.log()).toBe(1);
  expect(bot.log()).toMatch(/^Telegram refuses the token: .*TELEGRAM_TOKEN\.$/mu);
  expect(town.telegram.posted()).toBe(0);
});
