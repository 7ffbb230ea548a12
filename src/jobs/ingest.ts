import { createHash } from 'node:crypto';
import { detect } from '../detect/detect.ts';
import type { Judged } from '../memory.ts';
import type { Article, Feed, FeedState } from '../model.ts';
import type { Hints } from '../pipeline/due.ts';
import { identify } from '../pipeline/parse/articles.ts';
import { parse } from '../pipeline/parse/parse.ts';
import type { Sentence } from '../words/sentence.ts';
import type { House } from './house.ts';

/** A feed document, wherever it came from: fetched, or pushed by a hub. */
export interface Document {
  readonly body: Uint8Array;
  readonly url: string;
  readonly contentType?: string;
}

export interface Hub {
  readonly hub: string;
  readonly topic: string;
}

export type Ingested =
  /** The very bytes that were read the last time. */
  | { readonly is: 'known' }
  | {
      readonly is: 'read';
      readonly bodyHash: string;
      readonly hints: Hints;
      /** WebSub: where and under which name the feed can be subscribed to. */
      readonly hub?: Hub;
      readonly articles: number;
      readonly unseen: number;
      /** How many of the unseen were judged to be partnership stories. */
      readonly partnerships: number;
    }
  | { readonly is: 'unreadable'; readonly reason: Sentence };

/** parse → unseen → detect, for one document; what is a partnership story becomes a job to tell it. */
export async function ingest(
  { memory, queue, now, backlogAgeMs, retention }: House,
  feed: Feed,
  state: FeedState | undefined,
  document: Document,
): Promise<Ingested> {
  const bodyHash = createHash('sha256').update(document.body).digest('base64url');
  if (bodyHash === state?.bodyHash) return { is: 'known' };
  const parsed = await parse(document.body, document);
  if (!parsed.ok) return { is: 'unreadable', reason: parsed.reason };
  const items = identify(parsed.feed, feed);
  const known = await memory.seen.hasMany(items.map(({ id }) => id));
  const unseen = items.filter((_, at) => !known[at]).map((item) => item.article(now()));
  const judged = unseen
    .toSorted((a, b) => a.publishedAt - b.publishedAt)
    .map((article) => judge(article, state === undefined ? now() - backlogAgeMs : 0));
  // In this order a crash repeats work, which every step recognises, instead of losing it.
  await memory.articles.setMany(
    judged.map((value) => ({ key: value.article.id, value, ttlMs: retention.articlesMs })),
  );
  const toTell = judged.filter(({ finding }) => finding.partnership);
  await queue.add(toTell.map(({ article }) => ({ kind: 'tell', id: article.id })));
  await memory.seen.setMany(unseen.map(({ id }) => ({ key: id, value: now(), ttlMs: retention.seenMs })));
  const { hub, self = document.url, items: listed, ...said } = parsed.feed;
  const hints = { ...said, publishedAt: listed.flatMap((item) => item.publishedAt ?? []) };
  return {
    is: 'read',
    bodyHash,
    hints,
    ...(hub !== undefined && { hub: { hub, topic: self } }),
    articles: items.length,
    unseen: unseen.length,
    partnerships: toTell.length,
  };
}

const judge = (article: Article, backlogBefore: number): Judged => ({
  article,
  finding: detect(article),
  backlog: article.publishedAt < backlogBefore,
});
