import { chatKey } from './chatKey.ts';
import { all, type Memory } from './memory.ts';
import type { Destination, Feed, FeedId, Subscription, SubscriptionId } from './model.ts';
import { subscriptionsAt } from './jobs/deliver/subscriptionsAt.ts';
import { freeId, renamed } from './subscriptionId.ts';

export interface Kept {
  readonly memory: Pick<Memory, 'subscriptions' | 'chats' | 'feeds' | 'greeted' | 'origins'>;
  /** What is polled now. */
  readonly feeds: Map<FeedId, Feed>;
  readonly now: () => number;
}

/**
 * Takes along what is kept under a chat's name when the platform gives the chat another: subscriptions, settings, the
 * feeds its administrators added. May be repeated: a crash on the way leaves things twice at most, not nowhere.
 */
export async function relocate(kept: Kept, from: Destination, to: Destination): Promise<void> {
  const { memory, now } = kept;
  const origin = (await memory.origins.get(chatKey(from))) ?? from;
  await memory.origins.set(chatKey(to), origin);
  await subscriptions(kept, from, to, origin);
  const settings = await memory.chats.get(chatKey(from));
  if (settings) {
    await memory.chats.set(chatKey(to), { ...settings, ...(await memory.chats.get(chatKey(to))) });
    await memory.chats.delete(chatKey(from));
  }
  // It has heard what the bot is.
  await memory.greeted.add(chatKey(to), now());
  for (const feed of await all(memory.feeds)) {
    if (feed.addedIn !== chatKey(from)) continue;
    const moved: Feed = { ...feed, addedIn: chatKey(to) };
    await memory.feeds.set(feed.id, moved);
    if (kept.feeds.has(feed.id)) kept.feeds.set(feed.id, moved);
  }
}

async function subscriptions(
  { memory }: Kept,
  from: Destination,
  to: Destination,
  formerly: Destination,
): Promise<void> {
  const old = await subscriptionsAt(memory, from);
  if (old.length === 0) return;
  const there = new Map<SubscriptionId, Subscription>();
  // Whoever subscribed anew before we knew of the move means the same place.
  for (const one of await subscriptionsAt(memory, to)) {
    there.set(one.id, { ...one, formerly });
    await memory.subscriptions.set(one.id, { ...one, formerly });
  }
  for (const one of old) {
    const name = renamed(one.id, from, to);
    const taken = there.get(name);
    const id = taken && taken.createdAt !== one.createdAt ? freeId(to, [...there.values()]) : name;
    const moved: Subscription = { ...one, id, to, formerly };
    there.set(id, moved);
    await memory.subscriptions.set(id, moved);
    await memory.subscriptions.delete(one.id);
  }
}
