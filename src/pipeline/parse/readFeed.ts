import RssParser from 'rss-parser';
import { textOf } from './body.ts';
import { feedFields, itemFields } from './fields.ts';
import { leafHtml } from './leafHtml.ts';
import { hidden } from './readFields.ts';
import type { Skeleton } from './skeleton.ts';

/** A field as rss-parser found it. */
export interface Leaf {
  readonly attributes: Readonly<Record<string, string>>;
  /** As written. */
  readonly raw: string;
  /** As text: references resolved, CDATA opened; markup, if any, still in it. */
  text(): string;
  /** As HTML, however the publisher wrapped it. */
  html(): string;
}

/** The element a feed or an item is: its attributes and the fields of one name, in document order. */
export interface Node {
  readonly attributes: Readonly<Record<string, string>>;
  all(field: string): readonly Leaf[];
}

/** rss-parser tells the formats apart and collects the items; it hands every field on as it stands. */
export async function readFeed(
  skeleton: Skeleton,
): Promise<{ readonly head: Node; readonly items: readonly Node[] }> {
  // One parser per document: an rss-parser that met an error answers wrongly from then on.
  const parser = new RssParser<Record<string, unknown>, Record<string, unknown>>({
    defaultRSS: 2,
    customFields: { feed: handedOn(feedFields) as never, item: handedOn(itemFields) as never },
  });
  const { items, ...head } = await parser.parseString(skeleton.xml);
  const node = (fields: Readonly<Record<string, unknown>>) => nodeOf(fields, skeleton);
  return { head: node(head), items: items.map(node) };
}

function handedOn(fields: readonly string[]): readonly (readonly [string, string, { keepArray: true }])[] {
  return ['$', ...fields.map((field) => `${hidden}${field}`)].map((name) => [
    name,
    name,
    { keepArray: true },
  ]);
}

function nodeOf(fields: Readonly<Record<string, unknown>>, skeleton: Skeleton): Node {
  return {
    attributes: record(fields.$),
    all(field) {
      const elements = fields[`${hidden}${field}`];
      return Array.isArray(elements) ? elements.map((element) => leafOf(element, skeleton)) : [];
    },
  };
}

/** xml2js writes an element as its text, or as `{ $: attributes, _: text }` when it has attributes. */
function leafOf(element: unknown, { bodies, entities }: Skeleton): Leaf {
  const { $, _: index } = typeof element === 'string' ? { $: undefined, _: element } : record(element);
  const attributes = record($);
  const raw = (typeof index === 'string' && index !== '' ? bodies[Number(index)] : undefined) ?? '';
  return {
    attributes,
    raw,
    text: () => textOf(raw, entities),
    html: () => leafHtml(raw, attributes, entities),
  };
}

function record(value: unknown): Record<string, string> {
  return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
}
