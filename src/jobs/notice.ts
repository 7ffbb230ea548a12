import { createHash } from 'node:crypto';
import type { Destination, Feed, FeedNotice, FeedState, Subscription } from '../model.ts';
import { notice as noticeOf } from '../pipeline/due.ts';
import { noticeMessage } from '../pipeline/notice.ts';
import type { JobOutcome } from '../queue/queue.ts';
import { covers } from './covers.ts';
import { placeOptions } from './deliver/placeOptions.ts';
import { wordsFor } from './deliver/wordsFor.ts';
import { renamed } from '../subscriptionId.ts';
import { done, type House, type Work } from './house.ts';

const hourMs = 3_600_000;
const offPlatformRetryMs = 10 * 60_000;
/** When so many of at least so many feeds fail, it is our own network that does. */
const ownTrouble = { share: 0.5, feeds: 5 } as const;

/** Notes down what a poll makes worth telling the chats that depend on the feed, and gives the jobs. */
export async function announce(
  { memory, queue, subscriptions, now }: House,
  feed: Feed,
  before: FeedState | undefined,
  after: FeedState,
): Promise<void> {
  const is = noticeOf(before, after);
  if (is === undefined) return;
  const { id, title, url } = feed;
  const reason = is === 'healed' ? undefined : after.lastError;
  const fact: FeedNotice = { feed: id, title, url, is, at: now(), ...(reason !== undefined && { reason }) };
  for (const subscription of await subscriptions()) {
    if (!covers(subscription, feed.id)) continue;
    const key = keyOf(subscription, feed.id);
    const unsaid = await memory.notices.get(key);
    // Healed before anybody was told: nothing happened.
    if (is === 'healed' && unsaid !== undefined) await memory.notices.delete(key);
    else {
      await memory.notices.set(key, fact);
      await queue.add([{ kind: 'notice', id: subscription.id }]);
    }
  }
}

/** How it was named before its chat moved. */
const formerId = ({ id, to, formerly }: Subscription): string | undefined =>
  formerly && renamed(id, to, formerly);

const keyOf = ({ id }: Pick<Subscription, 'id'>, feed: string): string => `${id} ${feed}`;

/** Tells one chat, in one message, what is to be said of its feeds; `id` is its subscription's. */
export const notice: Work = async (house, id) => {
  const { memory, platforms, subscriptions } = house;
  const subscription = (await subscriptions()).find((one) => one.id === id || formerId(one) === id);
  const unsaid = await unsaidTo(house, id);
  if (unsaid.size === 0) return done;
  if (!subscription) return forget(house, unsaid);
  if (await isOffline(house)) return { is: 'again', inMs: hourMs };
  const platform = platforms.get(subscription.to.platform);
  if (!platform) return { is: 'again', inMs: offPlatformRetryMs };
  const notices = [...unsaid.values()];
  const words = await wordsFor(memory, subscription.to, subscription);
  const send = (to: Destination) =>
    platform.send(to, noticeMessage(notices, words), postKey([...unsaid]), placeOptions(subscription, words));
  const first = await send(subscription.to);
  const outcome = first.is === 'moved' ? await send(first.to) : first;
  switch (outcome.is) {
    case 'wait':
      return { is: 'again', inMs: outcome.ms };
    case 'halted':
    case 'moved':
      return { is: 'again', inMs: offPlatformRetryMs };
    case 'sent':
    case 'gone':
    case 'refused':
      return forget({ memory }, unsaid);
  }
};

async function unsaidTo({ memory }: House, id: string): Promise<ReadonlyMap<string, FeedNotice>> {
  const unsaid = new Map<string, FeedNotice>();
  for await (const [key, fact] of memory.notices.entries())
    if (key.startsWith(`${id} `)) unsaid.set(key, fact);
  return unsaid;
}

async function forget(
  { memory }: Pick<House, 'memory'>,
  said: ReadonlyMap<string, FeedNotice>,
): Promise<JobOutcome> {
  for (const key of said.keys()) await memory.notices.delete(key);
  return done;
}

/** The same notices make the same post, so that a repeat after a crash can be told. */
const postKey = (unsaid: readonly (readonly [string, FeedNotice])[]): string =>
  createHash('sha256').update(JSON.stringify(unsaid)).digest('base64url').slice(0, 24);

async function isOffline({ memory, feeds }: House): Promise<boolean> {
  const states = await memory.states.getMany([...feeds.keys()]);
  const failing = states.filter((state) => (state?.failures ?? 0) > 0).length;
  return states.length >= ownTrouble.feeds && failing > states.length * ownTrouble.share;
}
