import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { environment, startBot } from '../bot.ts';
import { inFolder, pactwire } from '../cli/pactwire.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/fakeDiscord.ts';
import { type FeedServer, feedServer } from '../fakes/feedServer.ts';
import { type FakeTelegram, fakeTelegram } from '../fakes/telegram/fakeTelegram.ts';

const group = -1001;
const manageServer = 1n << 5n;
const soon = { timeout: 20_000, interval: 50 };

let publisher: FeedServer;
let discord: FakeDiscord;
let telegram: FakeTelegram;

beforeEach(async () => {
  [publisher, discord, telegram] = await Promise.all([feedServer(), fakeDiscord(), fakeTelegram()]);
  telegram.addChat(group, 'supergroup');
  telegram.setAdmin(group, 7);
});

// Closing a fake throws when a post could have mentioned anybody or broke the platform's markup.
afterEach(async () => {
  await Promise.all([publisher.close(), discord.close(), telegram.close()]);
});

const hostile = {
  title:
    'Lumora partners with Arctic Optics @everyone <@&123456789012345678> **[free](https://evil.example)**',
  guid: 'hostile-1',
  link: 'javascript:alert(1)',
  description:
    '<p>Lumora and Arctic Optics announced a partnership to develop a product together. @here </b></a><script>alert(1)</script>' +
    '<a href="tg://user?id=1">Ask <img src=x onerror=alert(1)></a> ```` ||spoiler|| \u202Edesrever [click](https://evil.example)</p>',
};

describe('a hostile feed', () => {
  it('can mention nobody, forge no link and break no markup on either platform', () =>
    inFolder(async (cwd) => {
      const feed = publisher.publish('/feed', 'Evil [Herald](https://evil.example) @everyone', []);
      await writeFile(
        join(cwd, 'mine.opml'),
        `<opml version="2.0"><body><outline type="rss" text="Evil @everyone" xmlUrl="${feed}"/></body></opml>`,
      );
      const surroundings = { cwd, discord, telegram };
      await pactwire(['opml', 'import', 'mine.opml'], { cwd, env: environment(surroundings) });
      const first = startBot(surroundings);
      await vi.waitFor(() => expect(publisher.requests).toHaveLength(1), soon);
      await vi.waitFor(() => expect(discord.commands().length, first.log()).toBeGreaterThan(0), soon);
      await discord.interact({ name: 'subscribe', memberPermissions: manageServer });
      await telegram.say({ chat: group, from: 7, text: '/subscribe' });
      await first.stop();

      const before = {
        discord: discord.messages(discord.channels.text).length,
        telegram: telegram.messages(group).length,
      };
      publisher.publish('/feed', 'Evil @everyone', [hostile]);
      const bot = startBot(surroundings);
      await vi.waitFor(() => {
        expect(discord.messages(discord.channels.text).length, bot.log()).toBeGreaterThan(before.discord);
        expect(telegram.messages(group).length, bot.log()).toBeGreaterThan(before.telegram);
      }, soon);
      await bot.stop();

      const [onDiscord] = discord.messages(discord.channels.text).slice(before.discord);
      const [onTelegram] = telegram.messages(group).slice(before.telegram);
      const urls = [
        ...JSON.stringify(onDiscord?.embeds).matchAll(/\]\((\w+:)/gu),
        ...JSON.stringify([onTelegram?.entities]).matchAll(/"url":"(\w+:)/gu),
      ].map(([, scheme]) => scheme);
      expect(urls.every((scheme) => scheme === 'https:' || scheme === 'http:')).toBe(true);
      expect(onDiscord?.content).not.toContain('@everyone');
      // Markup of the feed is text: it is escaped on Discord, and Telegram gets plain text with entities of ours.
      expect(JSON.stringify(onDiscord?.embeds)).not.toMatch(/[^\\]\[free\]\(/u);
      expect(onTelegram?.found.filter(({ type }) => type === 'mention')).toEqual([]);
      expect(JSON.stringify(onTelegram)).not.toMatch(/javascript:|tg:\/\/user/u);
    }));
});
