import { feedId } from './feedId.ts';
import type { Feed } from './model.ts';
import { guesses } from './pipeline/discover/guesses.ts';
import { siteFeeds } from './pipeline/discover/siteFeeds.ts';
import type { Changed, Fetcher } from './pipeline/fetch/fetch.ts';
import { decodeBytes } from './pipeline/parse/decodeBytes.ts';
import { parse, type ParsedFeed } from './pipeline/parse/parse.ts';
import type { Sentence } from './words/sentence.ts';

export type Discovered =
  /** The feeds behind an address, the likeliest first: whoever asked has the choice when there are several. */
  | { readonly is: 'found'; readonly feeds: readonly [Feed, ...Feed[]] }
  | { readonly is: 'nothing'; readonly reason: Sentence };

type Fetch = Pick<Fetcher, 'fetch'>;

const mostShown = 10;
const mostGuesses = 12;

/**
 * Any address that people paste (a feed, a page, a channel, a repository, a profile) → the feeds behind it,
 * each of them fetched and read. `example.org` alone will do.
 */
export async function discover(address: string, fetcher: Fetch): Promise<Discovered> {
  const page = addressOf(address);
  if (page === null) return nothing({ say: 'feed.noAddress', address });
  const known = await readable(siteFeeds(page), fetcher);
  if (isSome(known)) return { is: 'found', feeds: known };
  const fetched = await fetcher.fetch(page.href, {});
  if (fetched.is !== 'changed')
    return nothing('reason' in fetched ? fetched.reason : { say: 'feed.unchanged', host: page.host });
  const parsed = await parse(fetched.body, fetched);
  return parsed.ok
    ? { is: 'found', feeds: [feedAt(fetched.movedTo ?? page.href, parsed.feed)] }
    : named(fetched, fetcher);
}

/** The feeds behind a page that was fetched already, and is no feed itself. */
export async function feedsBehind(page: Changed, fetcher: Fetch): Promise<Discovered> {
  const known = await readable(siteFeeds(new URL(page.url)), fetcher);
  return isSome(known) ? { is: 'found', feeds: known } : named(page, fetcher);
}

/** The feeds that a page names, or the first that is where feeds usually are. */
async function named(page: Changed, fetcher: Fetch): Promise<Discovered> {
  // Most addresses are feeds, and never need a reader of pages.
  const { feedLinks } = await import('./pipeline/discover/feedLinks.ts');
  const links = feedLinks(decodeBytes(page.body, page.contentType), page.url);
  const linked = await readable(
    links.slice(0, mostShown).map(({ url }) => url),
    fetcher,
  );
  if (isSome(linked)) return { is: 'found', feeds: linked };
  for (const guess of guesses(new URL(page.url)).slice(0, mostGuesses)) {
    const guessed = await readable([guess], fetcher);
    if (isSome(guessed)) return { is: 'found', feeds: guessed };
  }
  const { host } = new URL(page.url);
  return nothing({ say: 'feed.none', host });
}

const nothing = (reason: Sentence): Discovered => ({ is: 'nothing', reason });

function addressOf(written: string): URL | null {
  const text = written.trim();
  // `localhost:8080` begins with a host, `mailto:` with a scheme.
  const url = URL.parse(/^[a-z][a-z\d+.-]*:(?!\d)/iu.test(text) ? text : `https://${text}`);
  return url !== null && /^https?:$/u.test(url.protocol) && url.hostname.length > 0 ? url : null;
}

/** Those of the addresses at which a feed answers, each feed once. */
async function readable(urls: readonly string[], fetcher: Fetch): Promise<readonly Feed[]> {
  const read = await Promise.all(urls.map((url) => feedIn(url, fetcher)));
  const feeds = read.filter((feed) => feed !== undefined);
  return [...new Map(feeds.map((feed) => [feed.id, feed])).values()];
}

async function feedIn(url: string, fetcher: Fetch): Promise<Feed | undefined> {
  const fetched = await fetcher.fetch(url, {});
  if (fetched.is !== 'changed') return undefined;
  const parsed = await parse(fetched.body, fetched);
  return parsed.ok ? feedAt(fetched.movedTo ?? url, parsed.feed) : undefined;
}

function feedAt(url: string, { title, link, language }: ParsedFeed): Feed {
  return {
    id: feedId(url),
    url,
    title: title || new URL(url).host,
    ...(URL.canParse(link) && { siteUrl: link }),
    ...(language !== undefined && { language }),
  };
}

const isSome = (feeds: readonly Feed[]): feeds is readonly [Feed, ...Feed[]] => feeds.length > 0;
