import { createHash } from 'node:crypto';
import type { Article, ArticleId, Feed } from '../../model.ts';
import { articleLanguage } from './articleLanguage.ts';
import { identitiesOf } from './identities.ts';
import type { ParsedFeed, ParsedItem } from './parsed.ts';
import { plainText } from './plainText.ts';

type Source = Pick<Feed, 'id' | 'title' | 'url' | 'language'>;

/** An item of which only the identity has been worked out: most are known already, and need no more. */
export interface Identified {
  readonly id: ArticleId;
  article(fetchedAt: number): Article;
}

const longestText = 4000;
const longestUrl = 2048;
const longestTitle = 500;
const day = 86_400_000;

/** A parsed feed's items as articles. The same item has the same id in every round, retitled or re-dated. */
export function articles(feed: ParsedFeed, source: Source, fetchedAt: number): Article[] {
  return identify(feed, source).map((item) => item.article(fetchedAt));
}

/** Without the items that say nothing, and without those that the document lists a second time. */
export function identify(feed: ParsedFeed, source: Source): Identified[] {
  const identities = identitiesOf(feed.items);
  return feed.items.flatMap((item, position) => {
    const identity = identities[position];
    if (identity === undefined) return [];
    const id = `${source.id}/${digest(identity)}` as ArticleId;
    return [{ id, article: (fetchedAt) => articleOf(id, item, feed, source, fetchedAt) }];
  });
}

function digest(identity: string): string {
  return createHash('sha256').update(identity).digest('base64url').slice(0, 22);
}

function articleOf(
  id: ArticleId,
  item: ParsedItem,
  feed: ParsedFeed,
  source: Source,
  fetchedAt: number,
): Article {
  const { author, image } = item;
  const text = textOf(item);
  const title = item.title.replace(/\s+/gu, ' ').slice(0, longestTitle) || firstWords(text);
  const language = articleLanguage(item.language ?? source.language ?? feed.language, title);
  return {
    id,
    feed: source.id,
    outlet: source.title || feed.title,
    url: readable(item.url),
    title,
    text,
    publishedAt: publishedAt(item, fetchedAt),
    ...(author !== undefined && { author }),
    ...(image !== undefined && { image }),
    ...(language !== undefined && { language }),
  };
}

/** No chat links to anything but web pages, or to longer addresses. */
function readable(url: string): string {
  return /^https?:\/\//iu.test(url) && url.length <= longestUrl && URL.canParse(url) ? url : '';
}

/** The longer of lead and body, as far as detection reads. */
function textOf({ summary, content }: ParsedItem): string {
  const body = plainText(content, longestText);
  if (summary === content) return body;
  const lead = plainText(summary, longestText);
  return lead.length > body.length ? lead : body;
}

function firstWords(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length <= 100 ? line : `${line.slice(0, 99).replace(/\s+\S*$/u, '')}…`;
}

/** An item dated tomorrow or later would stay on top for ever: it is as new as the fetch. */
function publishedAt(item: ParsedItem, fetchedAt: number): number {
  const date = item.publishedAt ?? fetchedAt;
  return date > fetchedAt + day ? fetchedAt : date;
}
