import { createHash } from 'node:crypto';
import { detect } from '../detect/detect.ts';
import { type Judged, retention } from '../memory.ts';
import type { Article, Feed, FeedId, FeedState } from '../model.ts';
import { type Answered, afterPoll, isAnswered, type Missed, pollUrl } from '../pipeline/due.ts';
import type { Changed } from '../pipeline/fetch/fetch.ts';
import { articles } from '../pipeline/parse/articles.ts';
import { parse } from '../pipeline/parse/parse.ts';
import { done, type House, type Work } from './house.ts';

/** fetch → parse → unseen → detect, for one feed; what is a partnership story becomes a job to tell it. */
export const poll: Work = async (house, id) => {
  const feed = house.feeds.get(id as FeedId);
  if (!feed) return done;
  const state = await house.memory.states.get(id);
  const fetched = await house.fetcher.fetch(pollUrl(feed, state), state?.validators ?? {});
  const polled = fetched.is === 'changed' ? await read(house, feed, state, fetched) : fetched;
  // Validators advance last: a crash before this line repeats the poll instead of losing articles.
  await house.memory.states.set(id, afterPoll(state, polled, house.now(), house.random, house.polling));
  report(house, feed, polled);
  return done;
};

type Read =
  | (Answered & { readonly articles?: number; readonly unseen?: number })
  | (Missed & { readonly kind?: string });

async function read(
  { memory, queue, now, backlogAgeMs }: House,
  feed: Feed,
  state: FeedState | undefined,
  fetched: Changed,
): Promise<Read> {
  const { body, url, contentType } = fetched;
  const bodyHash = createHash('sha256').update(body).digest('base64url');
  if (bodyHash === state?.bodyHash) return { ...fetched, is: 'unchanged' };
  const parsed = await parse(body, { url, ...(contentType === undefined ? {} : { contentType }) });
  if (!parsed.ok) return { is: 'failed', kind: 'not-a-feed', reason: parsed.reason };
  const items = articles(parsed.feed, feed, now());
  const known = await memory.seen.hasMany(items.map(({ id }) => id));
  const unseen = items.filter((_, at) => !known[at]).toSorted((a, b) => a.publishedAt - b.publishedAt);
  const judged = unseen.map((article) => judge(article, state === undefined ? now() - backlogAgeMs : 0));
  // In this order a crash repeats work, which every step recognises, instead of losing it.
  await memory.articles.setMany(
    judged.map((value) => ({ key: value.article.id, value, ttlMs: retention.articlesMs })),
  );
  const toTell = judged.filter(({ finding }) => finding.partnership);
  await queue.add(toTell.map(({ article }) => ({ kind: 'tell', id: article.id })));
  await memory.seen.setMany(unseen.map(({ id }) => ({ key: id, value: now(), ttlMs: retention.seenMs })));
  const hints = { ...parsed.feed, publishedAt: parsed.feed.items.flatMap((item) => item.publishedAt ?? []) };
  return { ...fetched, bodyHash, hints, articles: items.length, unseen: unseen.length };
}

const judge = (article: Article, backlogBefore: number): Judged => ({
  article,
  finding: detect(article),
  backlog: article.publishedAt < backlogBefore,
});

function report(house: House, feed: Feed, polled: Read): void {
  if (!isAnswered(polled))
    house.report({ is: 'failed', feed, kind: polled.kind ?? polled.is, reason: polled.reason });
  else if (polled.is === 'unchanged') house.report({ is: 'unchanged', feed });
  else house.report({ is: 'fetched', feed, articles: polled.articles ?? 0, unseen: polled.unseen ?? 0 });
}
