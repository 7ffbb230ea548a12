import { inEnglish, type Sentence } from '../../words/sentence.ts';
import { decodeBytes } from './decodeBytes.ts';
import { parseJsonFeed } from './jsonFeed.ts';
import type { Parsed, ParsedItem } from './parsed.ts';
import { parseXml } from './parseXml.ts';

export type { Parsed, ParsedFeed } from './parsed.ts';

const mebibyte = 1_048_576;
const largest = 10 * mebibyte;

/**
 * A feed document of any format and charset → its items. Whatever the bytes are, the answer is a feed
 * or a reason, in time that grows with their number.
 */
export async function parse(
  body: Uint8Array,
  hints: { readonly contentType?: string; readonly url?: string },
): Promise<Parsed> {
  if (body.byteLength > largest) return refuse({ say: 'document.large', mib: largest / mebibyte });
  const kind = binaryKind(body);
  if (kind !== undefined) return refuse({ say: 'document.something', what: { say: `document.${kind}` } });
  const text = decodeBytes(body, hints.contentType);
  return /^[\s\uFEFF]*[{[]/u.test(text) ? parseJsonFeed(text, hints.url) : parseXml(text, hints.url);
}

/** The JSON value that the command line prints for one document. */
export function parsedLine(
  file: string,
  parsed: Parsed | { readonly ok: false; readonly reason: string },
): object {
  if (!parsed.ok) return { file, ok: false, error: inEnglish(parsed.reason) };
  const { format, title, link, items } = parsed.feed;
  return { file, ok: true, format, title, link, items: items.map(itemLine) };
}

/** Properties in a fixed order; those an item lacks are null. */
function itemLine(item: ParsedItem): object {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    publishedAt: item.publishedAt === undefined ? null : new Date(item.publishedAt).toISOString(),
    author: item.author ?? null,
    summary: item.summary,
    content: item.content,
    image: item.image ?? null,
    language: item.language ?? null,
  };
}

function refuse(reason: Sentence): Parsed {
  return { ok: false, reason };
}

const signatures = [
  ['1f8b', 'gzip'],
  ['504b0304', 'zip'],
  ['28b52ffd', 'zstd'],
  ['89504e47', 'png'],
  ['ffd8ff', 'jpeg'],
  ['47494638', 'gif'],
  ['25504446', 'pdf'],
] as const;

function binaryKind(body: Uint8Array): (typeof signatures)[number][1] | undefined {
  const head = Buffer.from(body.subarray(0, 8)).toString('hex');
  return signatures.find(([hex]) => head.startsWith(hex))?.[1];
}
