import { parse, type ParsedFeed } from '../../../src/pipeline/parse/parse.ts';
import { inEnglish } from '../../../src/words/sentence.ts';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The feed in a document that is one. */
export async function read(document: string | Uint8Array, url?: string): Promise<ParsedFeed> {
  const body = typeof document === 'string' ? bytes(document) : document;
  const parsed = await parse(body, url === undefined ? {} : { url });
  if (!parsed.ok) throw new Error(inEnglish(parsed.reason));
  return parsed.feed;
}

/** An RSS 2.0 document around `items`. */
export const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>${items}</channel></rss>`;

/** An Atom 1.0 document around `entries`. */
export const atom = (entries: string): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>${entries}</feed>`;
