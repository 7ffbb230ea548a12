import type { Feed, FeedId, Subscription } from '../model.ts';

/** Whether a chat gets what a feed tells: that of all feeds unless it chose some. */
export const covers = ({ feeds = [] }: Subscription, feed: FeedId): boolean =>
  feeds.length === 0 || feeds.includes(feed);

/** A feed that a chat added is asked for only while some chat gets what it tells; the operator's always are. */
export const isWanted = ({ id, addedIn }: Feed, subscriptions: readonly Subscription[]): boolean =>
  addedIn === undefined || subscriptions.some((subscription) => covers(subscription, id));
