import type { FeedHealth, Newsroom, Tried } from '../command.ts';
import { detect } from '../detect/detect.ts';
import { discover } from '../discover.ts';
import type { FeedState } from '../model.ts';
import type { Fetcher } from '../pipeline/fetch/fetch.ts';
import { articles } from '../pipeline/parse/articles.ts';
import { parse } from '../pipeline/parse/parse.ts';
import type { NewsroomParts } from './newsroom.ts';

type Room = Pick<Newsroom, 'feeds' | 'tryFeed' | 'addFeed' | 'removeFeed' | 'pauseFeed'>;

const triedItems = 8;
const fresh: FeedState = { validators: {}, nextPollAt: 0, failures: 0 };

export const feedsRoom = ({ memory, feeds, fetcher, now }: NewsroomParts): Room => ({
  async feeds() {
    const list = [...feeds.values()];
    const states = await memory.states.getMany(list.map(({ id }) => id));
    return list.map(({ id, title, url, addedIn }, at): FeedHealth => {
      const state = states[at];
      return {
        id,
        title,
        url,
        failures: state?.failures ?? 0,
        isPaused: state?.pausedAt !== undefined,
        ...(addedIn === undefined ? {} : { addedIn }),
        ...(state?.lastOkAt === undefined ? {} : { lastOkAt: state.lastOkAt }),
        ...(state?.lastError === undefined ? {} : { lastError: state.lastError }),
      };
    });
  },
  tryFeed: (address) => tried(address, fetcher, now()),
  async addFeed(feed) {
    await memory.feeds.set(feed.id, feed);
    feeds.set(feed.id, feed);
  },
  async removeFeed(id) {
    const feed = feeds.get(id);
    await memory.feeds.delete(id);
    feeds.delete(id);
    return feed;
  },
  async pauseFeed(id, isPaused) {
    const { pausedAt: _, ...state } = (await memory.states.get(id)) ?? fresh;
    await memory.states.set(id, isPaused ? { ...state, pausedAt: now() } : { ...state, nextPollAt: now() });
  },
});

async function tried(address: string, fetcher: Fetcher, now: number): Promise<Tried> {
  const found = await discover(address, fetcher);
  if (found.is === 'nothing') return { is: 'unreadable', reason: found.reason };
  const [feed, ...others] = found.feeds;
  const fetched = await fetcher.fetch(feed.url, {});
  if (fetched.is !== 'changed')
    return { is: 'unreadable', reason: 'reason' in fetched ? fetched.reason : { say: 'feed.empty' } };
  const parsed = await parse(fetched.body, fetched);
  if (!parsed.ok) return { is: 'unreadable', reason: parsed.reason };
  const items = articles(parsed.feed, feed, now)
    .toSorted((a, b) => b.publishedAt - a.publishedAt)
    .slice(0, triedItems)
    .map((article) => ({ title: article.title, url: article.url, finding: detect(article) }));
  return { is: 'read', feed, others, items };
}
