import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Delivery } from '../../src/delivery.ts';
import type { Destination, PlatformName } from '../../src/model.ts';
import { pace } from '../../src/platforms/telegram/pace.ts';
import { type Bot, startBot } from '../bot.ts';
import { type City, city } from './city.ts';
import { random } from './random.ts';

const kills = Number(process.env['CHAOS_KILLS'] ?? 20);
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000);
const chats = 300;
const killsPerStory = 10;
/** At most; on average a story's last posts are left for the life after its last kill. */
const postsPerLife = (2 * chats) / killsPerStory - 1;
/** A process that gets nowhere is killed all the same. */
const longestLifeMs = 15_000;

let town: City;
beforeEach(async () => {
  town = await city(chats);
});
// Closing a fake throws when the bot broke one of its platform's rules.
afterEach(() => town.leave());

describe('killed at any moment', () => {
  it(
    `loses no story and repeats none on Discord, on Telegram only what was in flight (CHAOS_KILLS=${kills} CHAOS_SEED=${seed})`,
    async () => {
      const { between } = random(seed);
      const stories: string[] = [];
      /** How often each delivery was on its way when its process died. */
      const inFlight = new Map<string, number>();
      /** How many messages were so at each kill. */
      const met: { readonly discord: number; readonly telegram: number }[] = [];
      for (let kill = 0; kill < kills; kill += 1) {
        if (kill % killsPerStory === 0) stories.push(town.publish());
        const left = Math.max(0, chats * stories.length - town.posted());
        await live(startBot(town.surroundings), Math.min(between(0, postsPerLife), left), between(0, 600));
        const caught = (await town.remembered()).deliveries.filter(({ state }) => state.is === 'sending');
        for (const { id } of caught) inFlight.set(id, (inFlight.get(id) ?? 0) + 1);
        const on = (name: PlatformName): number => messages(caught.filter(({ to }) => to.platform === name));
        met.push({ discord: on('discord'), telegram: on('telegram') });
      }
      const last = startBot(town.surroundings);
      await vi.waitFor(
        () => {
          expect(town.telegram.polling, last.log()).toBe(true);
          for (const to of town.destinations)
            for (const story of stories) expect(town.copies(to, story), last.log()).toBeGreaterThan(0);
        },
        { timeout: 120_000, interval: 100 },
      );
      expect(await last.stop(), last.log()).toBe(0);

      const remembered = await town.remembered();
      const headlines = new Map(remembered.stories.map(({ id, headline }) => [id, headline]));
      expect(remembered.deliveries).toHaveLength(chats * stories.length);
      expect(new Set(remembered.deliveries.map(({ state }) => state.is))).toEqual(new Set(['sent']));
      const repeated = remembered.deliveries
        .map((delivery) => ({
          ...delivery,
          more: town.copies(delivery.to, headlines.get(delivery.story) ?? '') - 1,
        }))
        .filter(({ more }) => more !== 0);
      const most = (counts: readonly number[]): string =>
        `${sum(counts)}, at most ${Math.max(...counts)} a kill`;
      console.log(
        `CHAOS_SEED=${seed}: ${kills} kills, ${met.filter((one) => one.discord + one.telegram > 0).length} of them while posts were on their way ` +
          `(Discord ${most(met.map((one) => one.discord))}; Telegram ${most(met.map((one) => one.telegram))}). ` +
          `Lost: ${repeated.filter(({ more }) => more < 0).length} of ${remembered.deliveries.length}. ` +
          `Repeated: Discord ${count(repeated, 'discord')}, Telegram ${count(repeated, 'telegram')} (${(count(repeated, 'telegram') / kills).toFixed(2)} a kill).`,
      );
      expect(Math.max(...met.map((one) => one.telegram))).toBeLessThanOrEqual(pace().atOnce ?? 0);
      expect(repeated.filter(({ to }) => to.platform === 'discord')).toEqual([]);
      expect(repeated.filter(({ id, more }) => more > (inFlight.get(id) ?? 0))).toEqual([]);
      expect(repeated.filter(({ mayRepeat }) => mayRepeat !== true)).toEqual([]);
    },
    kills * (longestLifeMs + 1_000) + 120_000,
  );
});

/** A message that tells of several is one. */
const messages = (deliveries: readonly Delivery[]): number =>
  new Set(deliveries.map(({ id, state }) => (state.is === 'sending' ? (state.within ?? id) : id))).size;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const count = (
  repeated: readonly { readonly to: Destination; readonly more: number }[],
  platform: PlatformName,
): number => sum(repeated.map(({ to, more }) => (to.platform === platform ? Math.max(0, more) : 0)));

/** Kills the bot once it has posted so much, or a moment after its start when that is nothing. */
async function live(bot: Bot, posts: number, laterMs: number): Promise<void> {
  const [before, born] = [town.posted(), Date.now()];
  while (town.posted() - before < posts && Date.now() - born < longestLifeMs) await sleep(5);
  if (posts === 0) await sleep(laterMs);
  await bot.kill();
}
