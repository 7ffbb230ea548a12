import { Parser } from 'htmlparser2';
import { feedId } from './feedId.ts';
import type { Feed } from './model.ts';
import type { Sentence } from './words/sentence.ts';

export type OpmlRead =
  | { readonly ok: true; readonly feeds: readonly Feed[]; readonly skipped: readonly string[] }
  | { readonly ok: false; readonly reason: Sentence };

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly htmlurl?: string | undefined;
  readonly language?: string | undefined;
}

/** The feeds of an OPML 2.0 document, folders flattened, each address once; bare ampersands do no harm. */
export function readOpml(text: string): OpmlRead {
  const feeds = new Map<string, Feed>();
  const skipped: string[] = [];
  const met = new Set<string>();
  const parser = new Parser(
    {
      onopentag(name, { xmlurl, ...outline }) {
        met.add(name);
        if (name !== 'outline' || xmlurl === undefined || !met.has('opml')) return;
        const feed = feedOf(xmlurl, outline);
        if (feed) feeds.set(feed.id, feeds.get(feed.id) ?? feed);
        else skipped.push(`"${xmlurl}" is left out: a feed address starts with http:// or https://`);
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  return met.has('opml') && met.has('outline')
    ? { ok: true, feeds: [...feeds.values()], skipped }
    : { ok: false, reason: { say: 'import.notOpml' } };
}

/** A feed of its address alone, or `undefined` when the address is none. */
export function feedOf(address: string, outline: Outline = {}): Feed | undefined {
  const url = URL.parse(address.trim());
  if (!url || !/^https?:$/u.test(url.protocol)) return undefined;
  return {
    id: feedId(url.href),
    url: url.href,
    title: outline.title ?? outline.text ?? url.host,
    ...(outline.htmlurl === undefined ? {} : { siteUrl: outline.htmlurl }),
    ...(outline.language === undefined ? {} : { language: outline.language }),
  };
}

/** As an OPML 2.0 document; what writes it knows every format of feeds, and is loaded only here. */
export async function writeOpml(title: string, feeds: readonly Feed[]): Promise<string> {
  const { generateOpml } = await import('feedsmith');
  return generateOpml({
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
}
