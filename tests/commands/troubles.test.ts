import { describe, expect, it } from 'vitest';
import type { Delivery, DeliveryState } from '../../src/delivery.ts';
import { deliveryId } from '../../src/deliveryId.ts';
import { type Memory, memory } from '../../src/memory.ts';
import type { Destination, Feed, FeedId, FeedState, StoryId, Subscription } from '../../src/model.ts';
import { openStore } from '../../src/store/openStore.ts';
import { subscriptionId } from '../../src/subscriptionId.ts';
import type { KeptSentence, Sentence } from '../../src/words/sentence.ts';
import { spoken } from '../../src/words/words.ts';
import { aChat, by, hour, noon } from './chat.ts';
import { transcript, type Turn } from './transcript.ts';

const here: Destination = { platform: 'telegram', chat: '-1007' };
/** As a version wrote it that kept sentences of English. */
const old = 'The topic is closed: reopen it.';
const kicked: Sentence = {
  say: 'telegram.answered',
  mend: { say: 'telegram.kicked' },
  code: 403,
  description: 'Forbidden: bot was kicked from the group chat',
};
const silence: Sentence = { say: 'telegram.noAnswer', seconds: 0.5 };

const posts: readonly (readonly [story: string, state: DeliveryState])[] = [
  ['s1', { is: 'failed', at: noon - hour, reason: kicked }],
  ['s2', { is: 'held', until: noon + 2 * hour, by: 'platform', reason: silence }],
  ['s3', { is: 'failed', at: noon - 48 * hour, reason: old }],
];
const errors: readonly (readonly [title: string, error: KeptSentence])[] = [
  ['Lantern', { say: 'feed.dns', host: 'lantern.example', code: 'ENOTFOUND' }],
  ['Wire', { say: 'feed.pause', host: 'wire.example', until: { moment: noon + 3 * hour } }],
  ['Attic', old],
];

const delivery = ([story, state]: (typeof posts)[number], at: number): Delivery => ({
  id: deliveryId(story as StoryId, { to: here }),
  story: story as StoryId,
  to: here,
  createdAt: noon - at * hour,
  state,
});
const subscription = (to: Destination, paused: KeptSentence): Subscription => ({
  id: subscriptionId(to),
  to,
  companies: ['Lumora'],
  leastConfidence: 0.5,
  createdAt: noon,
  by: by({}).person,
  paused,
});

async function troubled(): Promise<{ readonly memory: Memory; readonly feeds: readonly Feed[] }> {
  const shelves = memory(await openStore('memory:'));
  const { deliveries, subscriptions, states, chats } = shelves;
  await chats.set('telegram/-1007', { timeZone: 'Europe/Berlin' });
  for (const one of posts.map(delivery)) await deliveries.set(one.id, one);
  const there = [subscription(here, kicked), subscription({ ...here, topic: '5' }, old)];
  for (const one of there) await subscriptions.set(one.id, one);
  const feeds = errors.map(([title]): Feed => {
    const url = `https://${title.toLowerCase()}.example/feed`;
    return { id: title as FeedId, url, title, addedIn: 'telegram/-1007' };
  });
  for (const [id, lastError] of errors) {
    const state: FeedState = { validators: {}, nextPollAt: 0, failures: 3, lastOkAt: noon - hour, lastError };
    await states.set(id, state);
  }
  return { memory: shelves, feeds };
}

const conversation: readonly Turn[] = [
  ['/outbox'],
  ['/outbox', 0],
  ['/status'],
  ['/subscriptions'],
  ['/subscriptions', 0],
  ['/subscriptions', 1],
  ['/feeds health'],
  ['/feeds list'],
  ['/feeds add nowhere.example'],
  ['/feeds add mailto:somebody'],
  ['/feeds test https://nowhere.example/feed'],
];

describe.each(spoken)('what went wrong, told in %s', (language) => {
  it('says why in that language, by the clock of the chat; old records stand as they are', async () => {
    const limits = { subscriptions: 10, subscriptionsPerServer: 20, feeds: 10 };
    const chat = await aChat({ ...(await troubled()), limits });
    const { text, faults } = await transcript(chat, language, conversation);
    expect(faults).toEqual([]);
    await expect(text).toMatchFileSnapshot(`troubles/${language}.txt`);
  });

  it('names what an imported list holds that cannot be read', async () => {
    const chat = await aChat({ limits: { subscriptions: 1, subscriptionsPerServer: 1, feeds: 10 } });
    const outline = '<outline text="Gone" xmlUrl="https://gone.example/feed"/>';
    const bytes = new TextEncoder().encode(`<opml version="2.0"><body>${outline}</body></opml>`);
    const file = async () => ({ name: 'mine.opml', type: 'text/x-opml', bytes });
    const broken = async () => ({ ...(await file()), bytes: new TextEncoder().encode('<b') });
    const said = [
      await chat.say('/feeds import', { file, locale: language }),
      await chat.say('/feeds import', { file: broken, locale: language }),
    ];
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(`troubles/import.${language}.txt`);
  });
});
