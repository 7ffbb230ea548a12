import { Parser } from 'htmlparser2';

/** A feed that a page names. */
export interface FeedLink {
  readonly url: string;
  /** What the page calls it; empty when it does not say. */
  readonly title: string;
}

/** The part of a page that is searched: links to feeds stand in its head or its foot, seldom behind more. */
const longestPage = 2_000_000;
const mostLinks = 40;

const feedTypes = /^(?:application|text)\/(?:rss|atom|rdf|feed)\+(?:xml|json)$/u;
const looseTypes = /^(?:application|text)\/(?:xml|json)$/u;

/**
 * The feeds that a page names: those it declares (`<link rel="alternate">`), then those it merely links to.
 * Feeds of comments come last.
 */
export function feedLinks(html: string, address: string): readonly FeedLink[] {
  let base = address;
  const declared: FeedLink[] = [];
  const linked: FeedLink[] = [];
  let anchor: { readonly href: string; text: string } | undefined;
  const put = (into: FeedLink[], href: string, title: string) => {
    const url = URL.parse(href.trim(), base);
    if (url !== null && /^https?:$/u.test(url.protocol) && into.length < mostLinks)
      into.push({ url: url.href, title: title.replace(/\s+/gu, ' ').trim() });
  };
  const parser = new Parser({
    onopentag(name, { href = '', rel = '', type = '', title = '', itemprop = '', content = '' }) {
      if (name === 'base') base = URL.parse(href, address)?.href ?? base;
      else if (name === 'link' && isFeed(rel, type, href)) put(declared, href, title);
      else if (name === 'a') anchor = { href, text: title };
      else if (name === 'meta' && itemprop === 'identifier' && isChannel(content, address))
        put(declared, `/feeds/videos.xml?channel_id=${content}`, '');
    },
    ontext(text) {
      if (anchor) anchor.text += text;
    },
    onclosetag(name) {
      if (name !== 'a' || anchor === undefined) return;
      if (looksLikeFeed(anchor.href, anchor.text.trim())) put(linked, anchor.href, anchor.text);
      anchor = undefined;
    },
  });
  parser.write(html.slice(0, longestPage));
  parser.end();
  const all = [...declared, ...linked];
  const first = all.filter(({ url }, at) => all.findIndex((other) => other.url === url) === at);
  return first.toSorted((a, b) => Number(isAside(a)) - Number(isAside(b)));
}

function isFeed(rel: string, type: string, href: string): boolean {
  const relations = rel.toLowerCase().split(/\s+/u);
  const media = type.toLowerCase().split(';', 1)[0]?.trim() ?? '';
  if (href === '' || !(relations.includes('alternate') || relations.includes('feed'))) return false;
  return (
    feedTypes.test(media) ||
    (relations.includes('feed') && media === '') ||
    (looseTypes.test(media) && /rss|atom|feed|\.xml/iu.test(href))
  );
}

const looksLikeFeed = (href: string, text: string): boolean =>
  /(?:\.(?:rss|atom|rdf)|\/(?:rss|atom|feeds?)(?:\.xml|\.json)?|[?&](?:feed|format)=(?:rss2?|atom|feed))\/?$/iu.test(
    href,
  ) ||
  (/^(?:rss|atom|rss[- ]feed|json feed|feed)$/iu.test(text) && !/^(?:#|javascript:|mailto:)/iu.test(href));

/** Comments and single posts' feeds are not what anybody means by a site's feed. */
const isAside = ({ url, title }: FeedLink): boolean =>
  /comment|kommentar|commentaire|comentario/iu.test(`${url} ${title}`);

/** YouTube names a channel's feed only in the markup of some of its pages, but its id in all of them. */
const isChannel = (id: string, address: string): boolean =>
  /^UC[\w-]+$/u.test(id) && /(?:^|\.)youtube\.com$/u.test(URL.parse(address)?.hostname ?? '');
