import { readFileSync } from 'node:fs';
import { packs } from '../../feeds/index.ts';
import type { FeedId, Subscription } from '../model.ts';
import { readOpml } from '../opml.ts';

const read = new Map<string, readonly FeedId[]>();

/** The feeds of a pack; packs change only with the program, so each is read once. */
function feedsOf(name: string): readonly FeedId[] {
  const known = read.get(name);
  if (known) return known;
  const pack = packs.find((one) => one.name === name);
  const opml = pack && readOpml(readFileSync(pack.file, 'utf8'));
  const ids = opml?.ok ? opml.feeds.map(({ id }) => id) : [];
  read.set(name, ids);
  return ids;
}

/** A subscription with the feeds of its packs among its feeds, as routing wants it. */
export function withPackFeeds(subscription: Subscription): Subscription {
  const { packs: names = [], feeds = [] } = subscription;
  return names.length === 0
    ? subscription
    : { ...subscription, feeds: [...feeds, ...names.flatMap(feedsOf)] };
}
