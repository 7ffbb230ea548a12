import { statSync } from 'node:fs';
import { chmod, chown, open, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bot, startBot } from '../bot.ts';
import { type City, city } from './city.ts';

const chats = 20;
const soon = { timeout: 20_000, interval: 50 };
/** An account without rights of its own: files that root may not write do not exist. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** Whether that account could run the bot from here at all. */
const nobodyMayRun = [process.execPath, import.meta.filename].every((path) =>
  ancestors(path).every((folder) => (statSync(folder).mode & 0o001) !== 0),
);

let town: City;
beforeEach(async () => {
  town = await city(chats);
});
afterEach(() => town.leave());

const everybodyHas = (story: string, bot: Bot) =>
  vi.waitFor(() => {
    expect(town.telegram.polling, bot.log()).toBe(true);
    for (const to of town.destinations) expect(town.copies(to, story), bot.log()).toBeGreaterThan(0);
  }, soon);

/** A sound start delivers what is due; only what was in flight on Telegram before may stand there twice. */
async function delivers(story: string, inFlight: boolean): Promise<void> {
  const bot = startBot(town.surroundings);
  await everybodyHas(story, bot);
  expect(await bot.stop(), bot.log()).toBe(0);
  const copies = town.destinations.map((to) => ({ on: to.platform, copies: town.copies(to, story) }));
  expect(copies.filter((one) => one.copies > (inFlight && one.on === 'telegram' ? 2 : 1))).toEqual([]);
}

describe('a disk that fails', () => {
  it.skipIf(isRoot && !nobodyMayRun)(
    'by being read-only ends the bot with a sentence before it posts anything; afterwards nothing is lost',
    async () => {
      const story = town.publish();
      const folder = dirname(town.database);
      if (isRoot) for (const path of [folder, town.database]) await chown(path, nobody, nobody);
      await chmod(town.database, 0o444);
      await chmod(folder, 0o555);
      const bot = startBot({ ...town.surroundings, ...(isRoot ? { uid: nobody } : {}) });
      expect(await bot.ended, bot.log()).toBe(1);
      expect(bot.log()).toMatch(/is read-only; let this user write the file/u);
      expect(town.posted()).toBe(0);
      await chmod(folder, 0o755);
      await chmod(town.database, 0o644);
      await delivers(story, true);
    },
  );

  it('by being full ends the bot with a sentence; afterwards nothing is lost', async () => {
    const { size } = await stat(town.database);
    const story = town.publish();
    const bot = startBot({ ...town.surroundings, largestFile: size + 16_384 });
    expect(await bot.ended, bot.log()).toBe(1);
    expect(bot.log()).toMatch(/is full; free some space|fails to read or write; check it/u);
    await delivers(story, true);
  });

  it.each([
    ['cut off', async (wal: string, size: number) => truncate(wal, size - 100)],
    ['garbled', async (wal: string, size: number) => garble(wal, size - 200)],
  ])('by leaving the last write %s loses nothing', async (_name, harm) => {
    const story = town.publish();
    const bot = startBot(town.surroundings);
    await vi.waitFor(() => expect(town.posted(), bot.log()).toBeGreaterThan(chats / 4), soon);
    await bot.kill();
    const wal = `${town.database}-wal`;
    await harm(wal, (await stat(wal)).size);
    await delivers(story, true);
  });
});

function ancestors(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...ancestors(folder)];
}

async function garble(path: string, at: number): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(Buffer.alloc(150, 0xa5), 0, 150, at);
  await file.close();
}
