import { firstPicture } from './itemImage.ts';
import { mostItems, type Parsed, type ParsedItem } from './parsed.ts';
import { parseDate } from './parseDate.ts';
import { plainText } from './plainText.ts';
import { resolveUrl } from './resolveUrl.ts';

type Json = Readonly<Record<string, unknown>>;

/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). A wrong value loses its property, not the feed. */
export function parseJsonFeed(document: string, address: string | undefined): Parsed {
  const value = json(document);
  if (value === undefined) {
    return { ok: false, reason: { say: 'document.cut' } };
  }
  const feed = object(value);
  const version = string(feed.version);
  if (!version.includes('jsonfeed.org') && !Array.isArray(feed.items)) {
    return { ok: false, reason: { say: 'document.notJsonFeed' } };
  }
  const link = resolveUrl(string(feed.home_page_url), address);
  const base = URL.canParse(link) ? link : address;
  const hubs = Array.isArray(feed.hubs) ? feed.hubs.map(object) : [];
  const hub = string(hubs.find((entry) => string(entry.type).toLowerCase() === 'websub')?.url);
  const self = string(feed.feed_url);
  const language = string(feed.language);
  const author = authorOf(feed);
  const items: readonly unknown[] = Array.isArray(feed.items) ? feed.items.slice(0, mostItems) : [];
  return {
    ok: true,
    feed: {
      format: 'json',
      title: plainText(string(feed.title)),
      link: link || resolveUrl(self, address),
      ...(language !== '' && { language }),
      ...(hub !== '' && { hub }),
      ...(self !== '' && { self }),
      items: items.map((item) => parseItem(object(item), author, base)),
    },
  };
}

function parseItem(item: Json, feedAuthor: string, base: string | undefined): ParsedItem {
  const content = string(item.content_html) || string(item.content_text);
  const summary = string(item.summary);
  const publishedAt = parseDate(string(item.date_published)) ?? parseDate(string(item.date_modified));
  const author = authorOf(item) || feedAuthor;
  const image = string(item.image) || string(item.banner_image) || firstPicture(content) || '';
  const language = string(item.language);
  return {
    id: string(item.id),
    url: resolveUrl(string(item.url) || string(item.external_url), base),
    title: plainText(string(item.title)),
    publishedAt,
    author: author || undefined,
    summary: summary || content,
    content: content || summary,
    image: image === '' ? undefined : resolveUrl(image, base),
    language: language || undefined,
  };
}

/** 1.0 has one `author`, 1.1 has `authors`. */
function authorOf(owner: Json): string {
  const people: readonly unknown[] = Array.isArray(owner.authors) ? owner.authors : [owner.author];
  return people.map((person) => string(object(person).name)).find((name) => name !== '') ?? '';
}

function json(document: string): unknown {
  try {
    return JSON.parse(document.replace(/^\uFEFF+/u, ''));
  } catch {
    return undefined;
  }
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function string(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
