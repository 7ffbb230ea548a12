import type { Newsroom } from '../src/command.ts';
import { type Memory, memory } from '../src/memory.ts';
import type { Feed, FeedId, Story } from '../src/model.ts';
import { newsroom } from '../src/newsroom/newsroom.ts';
import type { Fetcher } from '../src/pipeline/fetch/fetch.ts';
import { openStore } from '../src/store/openStore.ts';
import { archive } from '../src/stories/archive.ts';
import { retention } from './retention.ts';

export interface Furniture {
  readonly stories?: readonly Story[];
  readonly feeds?: readonly Feed[];
  /** What is found at an address: a feed document, or nothing. */
  readonly web?: Readonly<Record<string, string>>;
  readonly now?: () => number;
  readonly limits?: Newsroom['limits'];
  readonly curators?: readonly string[];
  /** A memory of its own when absent. */
  readonly memory?: Memory;
  /** Whether pictures are drawn, which takes a while. */
  readonly pictures?: true;
}

/** The newsroom as commands know it, over a memory of its own and a web of its own. */
export async function aNewsroom(furniture: Furniture = {}): Promise<Newsroom> {
  const { stories = [], feeds = [], web = {}, now = () => 0 } = furniture;
  const fetcher: Fetcher = {
    async fetch(url) {
      const body = web[url];
      return body === undefined
        ? {
            is: 'failed',
            kind: 'status',
            reason: { say: 'feed.missing', host: new URL(url).host, status: 404 },
          }
        : { is: 'changed', body: new TextEncoder().encode(body), url, validators: {} };
    },
    post: async () => ({ ok: false, reason: 'nobody takes posts here' }) as never,
    close: async () => {},
  };
  const room = newsroom({
    retention,
    memory: furniture.memory ?? memory(await openStore('memory:')),
    archive: archive(stories),
    queue: { add: async () => {} },
    feeds: new Map<FeedId, Feed>(feeds.map((feed) => [feed.id, feed])),
    fetcher,
    leastConfidence: 0.5,
    limits: furniture.limits ?? { subscriptions: 3, subscriptionsPerServer: 4, feeds: 2 },
    curators: furniture.curators ?? [],
    now,
  });
  return furniture.pictures
    ? room
    : { ...room, pictures: { network: async () => undefined, trends: async () => undefined } };
}
