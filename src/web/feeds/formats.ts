import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { Entry } from './entry.ts';

/** What a feed is about, and where it lives. */
export interface Channel {
  /** Stays the same wherever the bot is reached. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page that shows the same stories. */
  readonly pageUrl: string;
  /** The feed's own address. */
  readonly selfUrl: string;
}

export interface Format {
  readonly contentType: string;
  readonly write: (channel: Channel, entries: readonly Entry[]) => string;
}

/** The feeds we publish, by the ending of their address. */
export const formats = {
  /** RFC 4287. */
  atom: { contentType: 'application/atom+xml; charset=utf-8', write: atom },
  /** https://www.rssboard.org/rss-specification, with the self link that its Best Practices ask for. */
  rss: { contentType: 'application/rss+xml; charset=utf-8', write: rss },
  /** https://www.jsonfeed.org/version/1.1/ */
  json: { contentType: 'application/feed+json; charset=utf-8', write: json },
} as const satisfies Record<string, Format>;

const lastUpdate = (entries: readonly Entry[]): Date =>
  new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime())));

function atom({ id, title, description, pageUrl, selfUrl }: Channel, entries: readonly Entry[]): string {
  return generateAtomFeed({
    id,
    title: { value: title },
    subtitle: { value: description },
    updated: lastUpdate(entries),
    authors: [{ name: 'Pactwire' }],
    links: [
      { href: selfUrl, rel: 'self', type: 'application/atom+xml' },
      { href: pageUrl, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map((one) => ({
      id: one.id,
      title: { value: one.title },
      published: one.published,
      updated: one.updated,
      summary: { value: one.text },
      content: { value: one.html, type: 'html' },
      links: [{ href: one.url ?? pageUrl, rel: 'alternate' }],
      categories: one.tags.map((term) => ({ term })),
      ...(one.language === undefined ? {} : { xml: { lang: one.language } }),
    })),
  });
}

function rss({ title, description, pageUrl, selfUrl }: Channel, entries: readonly Entry[]): string {
  return generateRssFeed({
    title,
    description,
    link: pageUrl,
    lastBuildDate: lastUpdate(entries),
    ttl: 15,
    atom: { links: [{ href: selfUrl, rel: 'self', type: 'application/rss+xml' }] },
    items: entries.map((one) => ({
      title: one.title,
      link: one.url ?? pageUrl,
      description: one.html,
      guid: { value: one.id, isPermaLink: false },
      pubDate: one.published,
      categories: one.tags.map((name) => ({ name })),
      // RSS itself knows no time of change.
      atom: { updated: one.updated },
    })),
  });
}

function json({ title, description, pageUrl, selfUrl }: Channel, entries: readonly Entry[]): string {
  const feed = generateJsonFeed({
    title,
    description,
    home_page_url: pageUrl,
    feed_url: selfUrl,
    authors: [{ name: 'Pactwire' }],
    items: entries.map((one) => ({
      id: one.id,
      title: one.title,
      ...(one.url === undefined ? {} : { url: one.url }),
      summary: one.text,
      content_html: one.html,
      date_published: one.published,
      date_modified: one.updated,
      tags: [...one.tags],
      ...(one.language === undefined ? {} : { language: one.language }),
    })),
  });
  // An empty list is left out by the generator, but must be there.
  return JSON.stringify({ items: [], ...(feed as object) });
}
