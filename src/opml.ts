import { generateOpml, parseOpml } from 'feedsmith';
import { feedId } from './feedId.ts';
import type { Feed } from './model.ts';

export type OpmlRead =
  | { readonly ok: true; readonly feeds: readonly Feed[]; readonly skipped: readonly string[] }
  | { readonly ok: false; readonly reason: string };

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly htmlUrl?: string | undefined;
  readonly language?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

/** The feeds of an OPML 2.0 document, folders flattened, each address once. */
export function readOpml(text: string): OpmlRead {
  const outlines = parsed(text);
  if (!outlines)
    return { ok: false, reason: 'this is not OPML: expected <opml> with <outline xmlUrl="…"> inside' };
  const feeds = new Map<string, Feed>();
  const skipped: string[] = [];
  for (const outline of flat(outlines)) {
    const { xmlUrl } = outline;
    if (xmlUrl === undefined) continue;
    const feed = feedOf(xmlUrl, outline);
    if (feed) feeds.set(feed.id, feeds.get(feed.id) ?? feed);
    else skipped.push(`"${xmlUrl}" is left out: a feed address starts with http:// or https://`);
  }
  return { ok: true, feeds: [...feeds.values()], skipped };
}

/** A feed of its address alone, or `undefined` when the address is none. */
export function feedOf(address: string, outline: Outline = {}): Feed | undefined {
  const url = URL.parse(address.trim());
  if (!url || !/^https?:$/u.test(url.protocol)) return undefined;
  return {
    id: feedId(url.href),
    url: url.href,
    title: outline.title ?? outline.text ?? url.host,
    ...(outline.htmlUrl === undefined ? {} : { siteUrl: outline.htmlUrl }),
    ...(outline.language === undefined ? {} : { language: outline.language }),
  };
}

export const writeOpml = (title: string, feeds: readonly Feed[]): string =>
  generateOpml({
    head: { title },
    body: {
      outlines: feeds.map((feed) => ({
        type: 'rss',
        text: feed.title,
        title: feed.title,
        xmlUrl: feed.url,
        ...(feed.siteUrl === undefined ? {} : { htmlUrl: feed.siteUrl }),
        ...(feed.language === undefined ? {} : { language: feed.language }),
      })),
    },
  });

function parsed(text: string): readonly Outline[] | undefined {
  try {
    return parseOpml(text).body?.outlines;
  } catch {
    return undefined;
  }
}

function* flat(outlines: readonly Outline[]): Generator<Outline> {
  for (const outline of outlines) {
    yield outline;
    yield* flat(outline.outlines ?? []);
  }
}
