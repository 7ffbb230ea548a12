import { feedsBehind } from '../discover.ts';
import { feedId } from '../feedId.ts';
import type { Feed, FeedId, FeedState } from '../model.ts';
import {
  type Answered,
  afterPoll,
  isAnswered,
  isWorthSearching,
  type Missed,
  type PollSettings,
  pollUrl,
} from '../pipeline/due.ts';
import type { Changed, Fetched } from '../pipeline/fetch/fetch.ts';
import { isPushing } from '../pipeline/websub/ask.ts';
import { done, type House, type Work } from './house.ts';
import { follow } from './hub.ts';
import { ingest } from './ingest.ts';
import { announce } from './notice.ts';

/** fetch → ingest, for one feed; what happened decides when it is asked again, and what its chats are told. */
export const poll: Work = async (house, id) => {
  const feed = house.feeds.get(id as FeedId);
  if (!feed) return done;
  const before = await house.memory.states.get(id);
  const polled = await ask(house, feed, before);
  const next = afterPoll(before, polled, house.now(), house.random, await settingsFor(house, feed, polled));
  const after = next.movedTo === before?.movedTo ? next : await merged(house, feed, next);
  await announce(house, feed, before, after);
  // Validators advance last: a crash before this line repeats the poll instead of losing articles.
  await house.memory.states.set(id, after);
  report(house, feed, polled);
  return done;
};

type Read =
  | (Answered & { readonly articles?: number; readonly unseen?: number; readonly partnerships?: number })
  | (Missed & { readonly kind?: string });

/** Nothing of the document outlives this: many polls wait at the same time for their states to be written. */
async function ask(house: House, feed: Feed, state: FeedState | undefined): Promise<Read> {
  const fetched = await house.fetcher.fetch(pollUrl(feed, state), state?.validators ?? {});
  const { body: _, ...read } = await take(house, feed, state, fetched);
  return read;
}

async function take(
  house: House,
  feed: Feed,
  state: FeedState | undefined,
  fetched: Fetched,
): Promise<Read & { readonly body?: Uint8Array }> {
  if (fetched.is !== 'changed') return fetched;
  const ingested = await ingest(house, feed, state, fetched);
  switch (ingested.is) {
    case 'known':
      return { ...fetched, is: 'unchanged' };
    case 'read':
      if (ingested.hub) await follow(house, feed, ingested.hub);
      return { ...fetched, ...ingested, is: 'changed' };
    case 'unreadable': {
      const found = isWorthSearching(state) ? await search(house, feed, state, fetched) : undefined;
      return found ?? { is: 'failed', kind: 'not-a-feed', reason: ingested.reason };
    }
  }
}

/** How often a feed is polled whose news a hub pushes: to notice when the hub falls silent. */
const pushedRestMs = 3_600_000;

/** A hub that missed something is not relied on until it pushes again. */
async function settingsFor(
  { memory, polling, callbackUrl, now }: House,
  feed: Feed,
  polled: Read,
): Promise<PollSettings> {
  const hub = callbackUrl === undefined ? undefined : await memory.hubs.get(feed.id);
  if (hub === undefined || !isPushing(hub, now())) return polling;
  if (polled.is === 'changed' && (polled.unseen ?? 0) > 0) {
    await memory.hubs.set(feed.id, { ...hub, missedAt: now() });
    return polling;
  }
  return { ...polling, intervalMs: Math.max(polling.intervalMs, pushedRestMs) };
}

/** A page where a feed was expected: people follow pages, and publishers put pages where feeds were. */
async function search(
  house: House,
  feed: Feed,
  state: FeedState | undefined,
  page: Changed,
): Promise<Read | undefined> {
  const behind = await feedsBehind(page, house.fetcher);
  if (behind.is === 'nothing') return { is: 'failed', kind: 'not-a-feed', reason: behind.reason };
  const [chosen, ...others] = behind.feeds;
  house.report({ is: 'found', feed, chosen, others });
  const fetched = await house.fetcher.fetch(chosen.url, {});
  if (fetched.is !== 'changed') return undefined;
  const ingested = await ingest(house, feed, state, fetched);
  return ingested.is === 'read'
    ? { ...fetched, ...ingested, is: 'changed', movedTo: fetched.movedTo ?? chosen.url }
    : undefined;
}

/** A feed that moved to where another one is polled already is polled no longer. */
async function merged({ memory, feeds }: House, feed: Feed, state: FeedState): Promise<FeedState> {
  if (state.movedTo === undefined) return state;
  const target = feedId(state.movedTo);
  if (target === feed.id) return state;
  if (feeds.has(target)) return { ...state, mergedInto: target };
  const others = [...feeds.keys()].filter((id) => id !== feed.id);
  const states = await memory.states.getMany(others);
  const twin = others.find((_, at) => {
    const { movedTo, mergedInto } = states[at] ?? {};
    return movedTo !== undefined && mergedInto === undefined && feedId(movedTo) === target;
  });
  return twin === undefined ? state : { ...state, mergedInto: twin };
}

function report(house: House, feed: Feed, polled: Read): void {
  if (!isAnswered(polled))
    house.report({ is: 'failed', feed, kind: polled.kind ?? polled.is, reason: polled.reason });
  else if (polled.is === 'unchanged') house.report({ is: 'unchanged', feed });
  else {
    const { articles: listed = 0, unseen = 0, partnerships = 0 } = polled;
    house.report({ is: 'fetched', feed, articles: listed, unseen, partnerships });
  }
}
