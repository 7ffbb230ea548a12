import { createHash } from 'node:crypto';
import type { Article, ArticleId, Feed, Language } from '../../model.ts';
import { canonicalUrl } from './canonicalUrl.ts';
import type { ParsedFeed, ParsedItem } from './parsed.ts';
import { plainText } from './plainText.ts';

const longestText = 4000;
const longestTitle = 500;
const day = 86_400_000;

/** A parsed feed's items as articles. The same item has the same id in every round, retitled or re-dated. */
export function articles(
  feed: ParsedFeed,
  source: Pick<Feed, 'id' | 'title' | 'url' | 'language'>,
  fetchedAt: number,
): Article[] {
  const identify = identities();
  const told = feed.items.filter((item) => item.id || item.url || item.title || item.content);
  return told.map((item, position) => {
    const text = textOf(item);
    const language = languageOf(item.language ?? feed.language ?? source.language);
    return {
      id: `${source.id}/${digest(identify(item, position))}` as ArticleId,
      feed: source.id,
      outlet: source.title || feed.title,
      url: item.url,
      title: item.title.slice(0, longestTitle) || firstWords(text),
      text,
      publishedAt: publishedAt(item, fetchedAt),
      ...(item.author !== undefined && { author: item.author }),
      ...(item.image !== undefined && { image: item.image }),
      ...(language !== undefined && { language }),
    };
  });
}

/**
 * What makes an item itself: its id, else its address, else its words. An id that a document uses twice
 * is told apart by address, then by position; the first user keeps it, so that its articles stay stable.
 */
function identities(): (item: ParsedItem, position: number) => string {
  const seen = new Set<string>();
  return (item, position) => {
    const address = canonicalUrl(item.url);
    const own = item.id || address || `${item.title}|${item.content}`;
    const candidates = [own, `${own}|${address}`, `${own}|${position}`];
    const identity =
      candidates.find((candidate) => !seen.has(candidate)) ?? `${own}|${position}|${seen.size}`;
    seen.add(identity);
    return identity;
  };
}

function digest(identity: string): string {
  return createHash('sha256').update(identity).digest('base64url').slice(0, 22);
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

/** The primary subtag of BCP 47: `en-US` → `en`. */
function languageOf(tag: string | undefined): Language | undefined {
  return /^([a-z]{2,3})(?:[-_]|$)/iu.exec(tag?.trim() ?? '')?.[1]?.toLowerCase();
}
