/**
 * Draws the pictures of README into docs/pictures: the sample news goes through the whole bot to servers that stand in
 * for Discord and Telegram, and what arrives there is drawn as the two apps show it. `node bench/pictures.ts`
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveSampleFeeds } from '../src/demo/serveSampleFeeds.ts';
import { all, memory } from '../src/memory.ts';
import type { Destination, Story, SubscriptionId } from '../src/model.ts';
import { openStore } from '../src/store/openStore.ts';
import { networkPicture } from '../src/stories/pictures/networkPicture.ts';
import { environment } from '../tests/bot.ts';
import { inFolder, pactwire } from '../tests/cli/pactwire.ts';
import { fakeDiscord } from '../tests/fakes/discord/fakeDiscord.ts';
import { fakeTelegram } from '../tests/fakes/telegram/fakeTelegram.ts';
import { aWebRoom } from '../tests/web/aWebRoom.ts';
import { openBrowser } from '../tests/web/browser.ts';
import { discordLook, telegramLook } from './pictures/looks.ts';

const group = -1001;
const shown = /Hallbrecht/u;
const pair = ['Telvanto', 'Kestrane'];

async function subscribe(url: string, to: readonly Destination[]): Promise<void> {
  const store = await openStore(url);
  for (const [at, one] of to.entries()) {
    const id = `s${at}` as SubscriptionId;
    const subscription = { id, to: one, companies: ['Hallbrecht'], leastConfidence: 0.5, createdAt: 0 };
    await memory(store).subscriptions.set(id, subscription);
  }
  await store.close();
}

async function told(url: string): Promise<readonly Story[]> {
  const store = await openStore(url);
  const stories = await all(memory(store).stories);
  await store.close();
  return stories;
}

await inFolder(async (cwd) => {
  const [discord, telegram, samples] = await Promise.all([fakeDiscord(), fakeTelegram(), serveSampleFeeds()]);
  telegram.addChat(group, 'supergroup');
  const url = `sqlite:${join(cwd, 'pictures.db')}`;
  await subscribe(url, [
    { platform: 'discord', chat: discord.channels.text },
    { platform: 'telegram', chat: String(group) },
  ]);
  const outlines = samples.feeds.map(
    ({ url: feed, title, language }) =>
      `<outline type="rss" text="${title}" xmlUrl="${feed}" language="${language}"/>`,
  );
  const opml = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`;
  await writeFile(join(cwd, 'samples.opml'), opml);
  const env = { ...environment({ cwd, discord, telegram }), STORE_URL: url, BACKLOG_AGE: '30d' };
  const { err, code } = await pactwire(['once', '--opml', 'samples.opml'], { cwd, env });
  if (code !== 0) throw new Error(err);

  const onDiscord = discord
    .messages(discord.channels.text)
    .find(({ embeds }) => shown.test(JSON.stringify(embeds)));
  const onTelegram = telegram.messages(group).find(({ text }) => shown.test(text));
  if (!onDiscord || !onTelegram) throw new Error('The sample story did not arrive.');
  const stories = await told(url);
  const web = await aWebRoom(stories);
  const browser = await openBrowser();
  const draw = async (name: string, html: string) => {
    const page = await browser.newPage({ deviceScaleFactor: 2 });
    await page.setContent(html);
    await page.locator('body').screenshot({ path: `docs/pictures/${name}.png` });
    await page.close();
  };
  await draw('discord', discordLook(onDiscord));
  await draw('telegram', telegramLook(onTelegram));
  const page = await browser.newPage({ viewport: { width: 1_100, height: 760 } });
  await page.goto(web.url);
  await page.screenshot({ path: 'docs/pictures/page.png' });
  await browser.close();
  // As `/between` draws it: of the stories of either.
  const either = stories.filter(({ partners }) => pair.some((name) => partners.includes(name)));
  const { png } = await networkPicture(either, pair);
  await writeFile('docs/pictures/network.png', png);
  await Promise.all([web.close(), discord.close(), telegram.close(), samples.close()]);
});
