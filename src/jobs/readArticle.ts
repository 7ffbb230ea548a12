import type { Config } from '../config.ts';
import { fetcher } from '../pipeline/fetch/fetch.ts';
import { decodeBytes } from '../pipeline/parse/decodeBytes.ts';

/** The text behind an article's link, a paragraph a line; undefined when it cannot be had or is none. */
export type ReadArticle = (url: string) => Promise<string | undefined>;

/** A page that is slower, or larger, is not worth a post's waiting: the lead is summarised. */
const patienceMs = 8_000;
const longest = 2 * 1_024 * 1_024;

/** Reads pages as carefully as feeds; `read` is undefined when the operator wants none read. */
export function articleReader({ readArticles, userAgent, hostGap, allowPrivate }: Config): {
  readonly read: ReadArticle | undefined;
  close(): Promise<void>;
} {
  // Pages come from anywhere: what the operator trusts for feeds is not trusted for them.
  const pages = fetcher({
    userAgent,
    timeoutMs: patienceMs,
    maxBytes: longest,
    hostGapMs: hostGap,
    allowPrivate,
  });
  async function read(url: string): Promise<string | undefined> {
    const fetched = await pages.fetch(url, {});
    if (fetched.is !== 'changed' || !/html/iu.test(fetched.contentType ?? 'text/html')) return undefined;
    // A browser's document and its reader are large, and many bots never read a page.
    const { readable } = await import('../pipeline/summarize/readable.ts');
    return readable(decodeBytes(fetched.body, fetched.contentType));
  }
  return { read: readArticles === 'on' ? read : undefined, close: pages.close };
}
