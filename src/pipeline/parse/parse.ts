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
  if (body.byteLength > largest) return refuse(`The document is larger than ${largest / mebibyte} MiB.`);
  const kind = binaryKind(body);
  if (kind !== undefined) return refuse(`This is ${kind}, not a feed.`);
  const text = decodeBytes(body, hints.contentType);
  return /^[\s\uFEFF]*[{[]/u.test(text) ? parseJsonFeed(text, hints.url) : parseXml(text, hints.url);
}

/** The JSON value that the command line prints for one document. */
export function parsedLine(file: string, parsed: Parsed): object {
  if (!parsed.ok) return { file, ok: false, error: parsed.reason };
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

function refuse(reason: string): Parsed {
  return { ok: false, reason };
}

const signatures: readonly (readonly [hex: string, kind: string])[] = [
  ['1f8b', 'a gzip archive that nobody unpacked'],
  ['504b0304', 'a ZIP archive'],
  ['28b52ffd', 'Zstandard data that nobody unpacked'],
  ['89504e47', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['47494638', 'a GIF picture'],
  ['25504446', 'a PDF document'],
];

function binaryKind(body: Uint8Array): string | undefined {
  const head = Buffer.from(body.subarray(0, 8)).toString('hex');
  return signatures.find(([hex]) => head.startsWith(hex))?.[1];
}
