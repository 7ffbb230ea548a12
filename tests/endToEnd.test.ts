import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inFolder, pactwire } from './cli/pactwire.ts';
import { environment, startBot, type Surroundings } from './bot.ts';
import { type FakeDiscord, fakeDiscord } from './fakes/discord/fakeDiscord.ts';
import { type FeedServer, feedServer, type Item } from './fakes/feedServer.ts';
import { sampleNews } from './fakes/sampleNews.ts';
import { type FakeTelegram, fakeTelegram } from './fakes/telegram/fakeTelegram.ts';
import { posts as postsIn } from './posts.ts';

const group = -1001;
const admin = 7;
const manageServer = 1n << 5n;

let publisher: FeedServer;
let discord: FakeDiscord;
let telegram: FakeTelegram;

beforeEach(async () => {
  [publisher, discord, telegram] = await Promise.all([feedServer(), fakeDiscord(), fakeTelegram()]);
  telegram.addChat(group, 'supergroup');
  telegram.setAdmin(group, admin);
});

// Closing a fake throws when the bot broke one of its platform's rules.
afterEach(async () => {
  await Promise.all([publisher.close(), discord.close(), telegram.close()]);
});

const { partnership, samePartnership, otherPartnership, ordinary } = sampleNews;
const soon = { timeout: 25_000, interval: 50 };

/** Two outlets that the bot follows, and both chats subscribed by their administrators. */
async function settledIn(cwd: string): Promise<Surroundings> {
  const surroundings = { cwd, discord, telegram };
  const outlines = [
    `<outline type="rss" text="The Circuit Post" xmlUrl="${publish('/a', [ordinary])}"/>`,
    `<outline type="rss" text="The Herald" xmlUrl="${publish('/b', [])}"/>`,
  ];
  await writeFile(join(cwd, 'mine.opml'), `<opml version="2.0"><body>${outlines.join('')}</body></opml>`);
  await pactwire(['opml', 'import', 'mine.opml'], { cwd, env: environment(surroundings) });
  const bot = startBot(surroundings);
  await vi.waitFor(() => expect(publisher.requests).toHaveLength(2), soon);
  await vi.waitFor(() => expect(discord.commands(), bot.log()).not.toHaveLength(0), soon);
  await discord.interact({ name: 'subscribe', memberPermissions: manageServer });
  await telegram.say({ chat: group, from: admin, text: '/subscribe' });
  expect(await bot.stop()).toBe(0);
  return surroundings;
}

const publish = (path: string, items: readonly Item[]): string =>
  publisher.publish(path, path === '/a' ? 'The Circuit Post' : 'The Herald', items);

const posts = () => postsIn({ discord, telegram }, group);

async function aRound(surroundings: Surroundings): Promise<void> {
  const asked = publisher.requests.length;
  const bot = startBot(surroundings);
  await vi.waitFor(() => expect(publisher.requests, bot.log()).toHaveLength(asked + 2), soon);
  await vi.waitFor(() => expect(telegram.polling, bot.log()).toBe(true), soon);
  expect(await bot.stop(), bot.log()).toBe(0);
}

describe('from feeds to posts', { timeout: 60_000 }, () => {
  it('posts one story told by two feeds once on each platform, and never again', () =>
    inFolder(async (cwd) => {
      const surroundings = await settledIn(cwd);
      publish('/a', [partnership, ordinary]);
      publish('/b', [samePartnership]);
      await aRound(surroundings);
      expect(posts().discord).toHaveLength(1);
      expect(posts().telegram).toHaveLength(1);
      for (const [post] of Object.values(posts())) {
        expect(post).toContain(partnership.title);
        expect(post).toContain('The Herald');
      }

      await aRound(surroundings);
      publish('/b', [{ ...samePartnership, title: 'Retitled: what we know of the camera partnership' }]);
      await aRound(surroundings);
      expect(posts().discord).toHaveLength(1);
      expect(posts().telegram).toHaveLength(1);

      publish('/a', [otherPartnership, partnership]);
      await aRound(surroundings);
      expect(posts().discord).toEqual([expect.any(String), expect.stringContaining(otherPartnership.title)]);
      expect(posts().telegram).toEqual([expect.any(String), expect.stringContaining(otherPartnership.title)]);
    }));

  it('loses nothing and repeats nothing when it is killed at any moment', () =>
    inFolder(async (cwd) => {
      const surroundings = await settledIn(cwd);
      const stories = partnerNames.map(
        ([a, b], n): Item => ({
          title: `${a} partners with ${b}`,
          guid: `kill-${n}`,
          description: `${a} and ${b} announced a partnership to develop a product together.`,
        }),
      );
      for (const [n, delayMs] of killAfterMs.entries()) {
        publish('/a', stories.slice(0, n + 1));
        const bot = startBot(surroundings);
        await sleep(delayMs);
        await bot.kill();
      }
      const asked = publisher.requests.length;
      const bot = startBot(surroundings);
      await vi.waitFor(() => expect(publisher.requests.length, bot.log()).toBeGreaterThan(asked), soon);
      await vi.waitFor(() => {
        for (const { title } of stories) expect(told('telegram', title), bot.log()).toBeGreaterThan(0);
        for (const { title } of stories) expect(told('discord', title), bot.log()).toBe(1);
      }, soon);
      expect(await bot.stop()).toBe(0);
      // Telegram knows no nonce: what was on its way at a kill may come twice.
      expect(posts().telegram.length).toBeLessThanOrEqual(stories.length + killAfterMs.length);
      expect(posts().discord).toHaveLength(stories.length);
    }));
});

/** Spread over start-up, the round and the posting. */
const killAfterMs = [350, 550, 700, 850, 1_000, 1_200];
const partnerNames = [
  ['Lumora', 'Arctic Optics'],
  ['Kestrel Motors', 'Tern Batteries'],
  ['Borealis Cloud', 'Quillon'],
  ['Hexavarn', 'Morvane'],
  ['Telvanto', 'Orbweave'],
  ['Bryncore', 'Glintworks'],
] as const;

const told = (platform: 'discord' | 'telegram', title: string): number =>
  posts()[platform].filter((post) => post.includes(title)).length;
