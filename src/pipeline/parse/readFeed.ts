import type RssParser from 'rss-parser';
import { textOf } from './body.ts';
import type { Entities } from './entities.ts';
import { leafHtml } from './leafHtml.ts';
import type { Attributes, Document, Field, Fields } from './readFields.ts';
import { isAtom, type Root } from './root.ts';

/** A field as rss-parser handed it on. */
export interface Leaf {
  readonly attributes: Attributes;
  /** As written. */
  readonly raw: string;
  /** As text: references resolved, CDATA opened; markup, if any, still in it. */
  text(): string;
  /** As HTML, however the publisher wrapped it. */
  html(): string;
}

/** The element a feed or an item is: its attributes and the fields of one name, in document order. */
export interface Node {
  readonly attributes: Attributes;
  all(field: string): readonly Leaf[];
  /** Of its fields, in the order in which each name came first. */
  names(): readonly string[];
}

/** rss-parser tells the formats apart and collects the items; it hands their fields on as they stand. */
export async function readFeed(
  { head, items }: Document,
  root: Root,
): Promise<{ readonly head: Node; readonly items: readonly Node[] }> {
  const parser = await (made ??= makeParser());
  const read = await parser.parseString(treeOf(elementOf(head), items.map(elementOf), root) as never);
  return { head: nodeOf(read, root.entities), items: read.items.map((item) => nodeOf(item, root.entities)) };
}

/** An element in the shape that xml2js gives it: children in arrays by name. */
interface Element {
  /**
   * All of the fields as one child, of a name that rss-parser does not interpret: left to it, one bad
   * date or one link without an address would lose the whole feed.
   */
  readonly whole: readonly [Fields];
}

const handedOn = [['whole', 'whole', { keepArray: true }]] as const;

let made: Promise<RssParser<Element, Element>> | undefined;

/** Loaded with the first document: most rounds have none, as nothing changed. */
async function makeParser(): Promise<RssParser<Element, Element>> {
  const { default: Parser } = await import('rss-parser');
  const parser = new Parser<Element, Element>({
    defaultRSS: 2,
    customFields: { feed: handedOn as never, item: handedOn as never },
  });
  // Its XML layer (xml2js on sax) takes most of its time, gives up on markup that is not well-formed and
  // answers wrongly from then on. The tree is read before, so this layer only passes it through.
  return Object.assign(parser, {
    xmlParser: {
      parseString: (tree: unknown, done: (error: null, tree: unknown) => void) => done(null, tree),
    },
  });
}

function elementOf(fields: Fields): Element {
  return { whole: [fields] };
}

/** Items stand where the format wants them, wherever the publisher put them. */
function treeOf(feed: Element, items: readonly Element[], root: Root): unknown {
  if (isAtom(root)) return { feed: { ...feed, entry: items } };
  if (root.name === 'rdf') return { 'rdf:RDF': { channel: [feed], item: items } };
  return {
    rss: { $: { version: root.attributes.get('version') ?? '' }, channel: [{ ...feed, item: items }] },
  };
}

function nodeOf({ whole: [{ attributes, fields }] }: Element, entities: Entities): Node {
  return {
    attributes,
    all: (field) => fields.get(field)?.map((found) => leafOf(found, entities)) ?? [],
    names: () => [...fields.keys()],
  };
}

function leafOf({ attributes, raw }: Field, entities: Entities): Leaf {
  return {
    attributes,
    raw,
    text: () => textOf(raw, entities),
    html: () => leafHtml(raw, attributes, entities),
  };
}
