import { beforeEach, describe, expect, it } from 'vitest';
import { deliveryId } from '../src/deliveryId.ts';
import { type Memory, memory } from '../src/memory.ts';
import type { Destination, Feed, FeedId, StoryId, Subscription } from '../src/model.ts';
import { newsroom } from '../src/newsroom/newsroom.ts';
import { relocate } from '../src/relocate.ts';
import { openStore } from '../src/store/openStore.ts';
import { archive } from '../src/stories/archive.ts';
import { subscriptionId } from '../src/subscriptionId.ts';
import { retention } from './retention.ts';

const group: Destination = { platform: 'telegram', chat: '-1001' };
const supergroup: Destination = { platform: 'telegram', chat: '-1009' };
const story = 's-1' as StoryId;
const feed: Feed = { id: 'f1' as FeedId, url: 'https://a.example/', title: 'A', addedIn: 'telegram/-1001' };

let shelves: Memory;
let feeds: Map<FeedId, Feed>;
let room: ReturnType<typeof newsroom>;

beforeEach(async () => {
  shelves = memory(await openStore('memory:'));
  feeds = new Map([[feed.id, feed]]);
  await shelves.feeds.set(feed.id, feed);
  const now = (): number => 0;
  room = newsroom({
    memory: shelves,
    retention,
    feeds,
    archive: archive([]),
    queue: { add: async () => {} },
    fetcher: {} as never,
    leastConfidence: 0.5,
    limits: { subscriptions: 3, subscriptionsPerServer: 20, feeds: 3 },
    curators: [],
    now,
  });
});

const subscribe = (to: Destination, createdAt: number, companies: readonly string[] = []) =>
  room.subscribe({ id: '' as Subscription['id'], to, companies, leastConfidence: 0.5, createdAt });
const move = () => relocate({ memory: shelves, feeds, now: () => 0 }, group, supergroup);
const there = async () =>
  (await room.subscriptions()).map(({ id, to, companies }) => ({ id, to, companies }));

describe('a group that becomes a supergroup', () => {
  it('takes its settings, subscriptions and feeds along, and is not greeted anew', async () => {
    await room.saveSettings(group, { language: 'de', timeZone: 'Europe/Berlin' });
    await subscribe(group, 1, ['Lumora']);
    await subscribe(group, 2, ['Kestrel']);
    await move();
    await move();
    expect(await room.settings(supergroup)).toEqual({ language: 'de', timeZone: 'Europe/Berlin' });
    expect(await room.settings(group)).toEqual({});
    expect(await there()).toEqual([
      { id: 'telegram/-1009', to: supergroup, companies: ['Lumora'] },
      { id: 'telegram/-1009#2', to: supergroup, companies: ['Kestrel'] },
    ]);
    expect((await room.feeds()).map(({ addedIn }) => addedIn)).toEqual(['telegram/-1009']);
    expect((await shelves.feeds.get(feed.id))?.addedIn).toBe('telegram/-1009');
    expect(await shelves.greeted.add('telegram/-1009', 0)).toBe(false);
  });

  it('keeps what was chosen there before the move was known', async () => {
    await room.saveSettings(group, { language: 'de', timeZone: 'Europe/Berlin' });
    await room.saveSettings(supergroup, { language: 'fr' });
    await subscribe(group, 1, ['Lumora']);
    await subscribe(supergroup, 2, ['Kestrel']);
    await move();
    expect(await room.settings(supergroup)).toEqual({ language: 'fr', timeZone: 'Europe/Berlin' });
    expect((await there()).map(({ companies }) => companies)).toEqual([['Kestrel'], ['Lumora']]);
  });

  it('is still the place that has heard a story, also for who subscribes afterwards', async () => {
    const before = deliveryId(story, await subscribe(group, 1, ['Lumora']));
    await move();
    const [moved] = await room.subscriptions();
    const later = await subscribe(supergroup, 2, ['Kestrel']);
    await room.unsubscribe(subscriptionId(supergroup));
    await room.unsubscribe(subscriptionId(supergroup));
    const anew = await subscribe(supergroup, 3);
    for (const one of [moved, later, anew]) expect(one && deliveryId(story, one)).toBe(before);
    const inTopic = await subscribe({ ...supergroup, topic: '5' }, 4);
    expect(deliveryId(story, inTopic)).not.toBe(before);
  });

  it('is another place than the one to which somebody takes a subscription from there', async () => {
    await subscribe(group, 1);
    await move();
    const [moved] = await room.subscriptions();
    const elsewhere: Destination = { platform: 'telegram', chat: '-77' };
    const taken = await room.subscribe({
      ...(moved as Subscription),
      id: '' as Subscription['id'],
      to: elsewhere,
    });
    expect(deliveryId(story, taken)).toBe(deliveryId(story, { to: elsewhere }));
  });

  it('may move again', async () => {
    const before = deliveryId(story, await subscribe(group, 1));
    await move();
    const next: Destination = { platform: 'telegram', chat: '-1010' };
    await relocate({ memory: shelves, feeds, now: () => 0 }, supergroup, next);
    const [moved] = await room.subscriptions();
    expect(moved).toMatchObject({ id: 'telegram/-1010', to: next });
    expect(moved && deliveryId(story, moved)).toBe(before);
  });
});
