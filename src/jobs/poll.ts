import { createHash } from 'node:crypto';
import { detect } from '../detect/detect.ts';
import { type Judged, retention } from '../memory.ts';
import type { Article, Feed, FeedId, FeedState } from '../model.ts';
import { afterPoll } from '../pipeline/due.ts';
import type { Fetched } from '../pipeline/fetch/fetch.ts';
import { articles } from '../pipeline/parse/articles.ts';
import { parse } from '../pipeline/parse/parse.ts';
import { done, type House, type Work } from './house.ts';

type Changed = Extract<Fetched, { is: 'changed' }>;

/** fetch → parse → unseen → detect, for one feed; what is a partnership story becomes a job to tell it. */
export const poll: Work = async (house, id) => {
  const feed = house.feeds.get(id as FeedId);
  if (!feed) return done;
  const state = await house.memory.states.get(id);
  const fetched = await house.fetcher.fetch(feed.url, state?.validators ?? {});
  const polled = fetched.is === 'changed' ? await read(house, feed, state, fetched) : fetched;
  // Validators advance last: a crash before this line repeats the poll instead of losing articles.
  await house.memory.states.set(id, afterPoll(state, polled, house.now(), house.random, house.polling));
  if (polled.is === 'unchanged') house.report({ is: 'unchanged', feed });
  else if (polled.is !== 'changed')
    house.report({ is: 'failed', feed, kind: kindOf(polled), reason: polled.reason });
  return done;
};

async function read(
  house: House,
  feed: Feed,
  state: FeedState | undefined,
  fetched: Changed,
): Promise<Fetched> {
  const { now, report } = house;
  const bodyHash = createHash('sha256').update(fetched.body).digest('base64url');
  if (bodyHash === state?.bodyHash) return { ...fetched, is: 'unchanged' };
  const { contentType, url } = fetched;
  const parsed = await parse(fetched.body, { url, ...(contentType === undefined ? {} : { contentType }) });
  if (!parsed.ok) return { is: 'failed', kind: 'not-a-feed', reason: parsed.reason };
  const items = articles(parsed.feed, feed, now());
  const unseen = await remember(house, items, state === undefined ? now() - house.backlogAgeMs : undefined);
  report({ is: 'fetched', feed, articles: items.length, unseen });
  return { ...fetched, bodyHash };
}

/** Judges what is new among the articles and queues what is to be told; says how many were new. */
async function remember(
  { memory, queue, now }: House,
  items: readonly Article[],
  backlogBefore = 0,
): Promise<number> {
  const known = await memory.seen.hasMany(items.map(({ id }) => id));
  const unseen = items.filter((_, at) => !known[at]).toSorted((a, b) => a.publishedAt - b.publishedAt);
  const judged = unseen.map(
    (article): Judged => ({
      article,
      finding: detect(article),
      backlog: article.publishedAt < backlogBefore,
    }),
  );
  const toTell = judged.filter(({ finding }) => finding.partnership);
  // In this order a crash repeats work, which every step recognises, instead of losing it.
  await memory.articles.setMany(
    judged.map((value) => ({ key: value.article.id, value, ttlMs: retention.articlesMs })),
  );
  await queue.add(toTell.map(({ article }) => ({ kind: 'tell', id: article.id })));
  await memory.seen.setMany(unseen.map(({ id }) => ({ key: id, value: now(), ttlMs: retention.seenMs })));
  return unseen.length;
}
