import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery } from '../../src/delivery.ts';
import { memory } from '../../src/memory.ts';
import type { Destination, FeedId, Story, Subscription } from '../../src/model.ts';
import { openStore } from '../../src/store/openStore.ts';
import { subscriptionId } from '../../src/subscriptionId.ts';
import type { Surroundings } from '../bot.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/fakeDiscord.ts';
import { type FeedServer, feedServer, type Item } from '../fakes/feedServer.ts';
import { type FakeTelegram, fakeTelegram } from '../fakes/telegram/fakeTelegram.ts';

/** A publisher, both platforms, and many chats that want every story. */
export interface City {
  readonly surroundings: Surroundings;
  readonly discord: FakeDiscord;
  readonly telegram: FakeTelegram;
  readonly destinations: readonly Destination[];
  readonly database: string;
  /** One more story appears in the feed; gives the words that a post of it contains. */
  publish(): string;
  /** How many messages in a chat tell the story. */
  copies(to: Destination, headline: string): number;
  /** How often the platforms asked for a slower pace. */
  refused(): { readonly discord: number; readonly telegram: number };
  /** All messages to all chats so far. */
  posted(): number;
  /** What the bot, which must not run, remembers. */
  remembered(): Promise<{ readonly deliveries: readonly Delivery[]; readonly stories: readonly Story[] }>;
  leave(): Promise<void>;
}

/** Chats are split evenly between the platforms. */
export async function city(chats: number, { limits = false } = {}): Promise<City> {
  const cwd = await mkdtemp(join(tmpdir(), 'pactwire-chaos-'));
  const database = join(cwd, 'data/pactwire.db');
  const [publisher, discord, telegram] = await Promise.all([
    feedServer(),
    fakeDiscord(limits ? { perSecond: 50, bucket: { limit: 5, seconds: 5 } } : {}),
    fakeTelegram({ limits }),
  ]);
  const destinations = Array.from({ length: chats }, (_, n): Destination => {
    if (n % 2 === 0) return { platform: 'discord', chat: discord.addChannel() };
    telegram.addChat(1_000 + n);
    return { platform: 'telegram', chat: String(1_000 + n) };
  });
  const items: Item[] = [];
  const url = publish(publisher, items);
  await settle(database, url, destinations);
  return {
    surroundings: {
      cwd,
      discord,
      telegram,
      env: {
        LOG_LEVEL: 'warn',
        // Many starts of one program: compiled once.
        NODE_COMPILE_CACHE: join(tmpdir(), 'pactwire-compiled'),
      },
    },
    discord,
    telegram,
    destinations,
    database,
    publish() {
      const [one, other] = [name(2 * items.length), name(2 * items.length + 1)];
      const title = `${one} partners with ${other}`;
      items.push({
        title,
        guid: title,
        description: `${one} and ${other} announced a partnership to develop a product together.`,
      });
      publish(publisher, items);
      return title;
    },
    // Its own post, or one that tells of several.
    copies: ({ platform, chat }, headline) =>
      platform === 'discord'
        ? discord
            .messages(chat)
            .filter(({ embeds }) =>
              embeds.some(({ title, description }) => title === headline || description?.includes(headline)),
            ).length
        : telegram.messages(chat).filter(({ text }) => text.includes(headline)).length,
    refused: () => ({
      discord: discord.requests.filter(({ status }) => status === 429).length,
      telegram: telegram.flooded(),
    }),
    posted: () => discord.posted() + telegram.posted(),
    async remembered() {
      const store = await openStore(`sqlite:${database}`);
      const shelves = memory(store);
      const [deliveries, stories]: [Delivery[], Story[]] = [[], []];
      for await (const [, delivery] of shelves.deliveries.entries()) deliveries.push(delivery);
      for await (const [, story] of shelves.stories.entries()) stories.push(story);
      await store.close();
      return { deliveries, stories };
    },
    async leave() {
      await Promise.all([publisher.close(), discord.close(), telegram.close()]);
      await rm(cwd, { recursive: true, force: true });
    },
  };
}

const publish = (publisher: FeedServer, items: readonly Item[]): string =>
  publisher.publish('/news', 'The Circuit Post', items);

/** The feed has been read before, so that nothing in it is old news; every chat has subscribed. */
async function settle(database: string, url: string, destinations: readonly Destination[]): Promise<void> {
  const store = await openStore(`sqlite:${database}`);
  const { feeds, states, subscriptions } = memory(store);
  const id = url as FeedId;
  await feeds.set(id, { id, url, title: 'The Circuit Post' });
  await states.set(id, { validators: {}, nextPollAt: 0, failures: 0 });
  await subscriptions.setMany(
    destinations.map((to) => {
      const value: Subscription = {
        id: subscriptionId(to),
        to,
        companies: [],
        leastConfidence: 0.5,
        createdAt: 0,
      };
      return { key: value.id, value };
    }),
  );
  await store.close();
}

const beginnings = [
  'Lum',
  'Kest',
  'Bor',
  'Hex',
  'Telv',
  'Bryn',
  'Quill',
  'Morv',
  'Orb',
  'Glint',
  'Tern',
  'Arv',
];
const endings = [
  'ora',
  'rel',
  'ealis',
  'avarn',
  'anto',
  'core',
  'ion',
  'ane',
  'weave',
  'works',
  'isa',
  'etta',
];

/** Invented companies, as many as there are pairs of a beginning and an ending. */
const name = (n: number): string =>
  `${beginnings[n % beginnings.length]}${endings[(n * 5 + Math.floor(n / beginnings.length)) % endings.length]}`;
