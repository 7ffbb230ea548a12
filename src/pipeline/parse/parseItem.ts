import { contentFields, dateFields, summaryFields } from './fields.ts';
import { parseDate } from './parseDate.ts';
import { itemImage } from './itemImage.ts';
import { itemLink } from './itemLink.ts';
import type { ParsedItem } from './parsed.ts';
import { plainTitle } from './plainTitle.ts';
import type { Leaf, Node } from './readFeed.ts';
import { resolveUrl } from './resolveUrl.ts';

/** What an item inherits from the feed around it. */
export interface Surroundings {
  /** `xml:base`; ids are resolved against nothing else. */
  readonly base: string | undefined;
  /** What links are resolved against: the base, else the feed's link or address. */
  readonly linkBase: string | undefined;
}

/** One item of any XML format; for each property the first field that says something counts. */
export function parseItem(node: Node, around: Surroundings): ParsedItem {
  const own = node.attributes['xml:base'];
  return new XmlItem(node, own === undefined ? around.base : resolveUrl(own, around.base), around.linkBase);
}

/**
 * Properties are worked out when they are asked for: of most items in most rounds only the id is. A class,
 * because an object literal with as many getters takes twenty times as long to make.
 */
class XmlItem implements ParsedItem {
  readonly #node: Node;
  readonly #base: string | undefined;
  readonly #linkBase: string | undefined;
  #html: { readonly summary: string; readonly content: string } | undefined;

  constructor(node: Node, base: string | undefined, linkBase: string | undefined) {
    this.#node = node;
    this.#base = base;
    this.#linkBase = base ?? linkBase;
  }

  get id() {
    return itemId(this.#node, this.#base);
  }

  get url() {
    return itemLink(this.#node, this.#linkBase);
  }

  get title() {
    return plainTitle(this.#node, ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title']);
  }

  get publishedAt() {
    return itemDate(this.#node);
  }

  get author() {
    return itemAuthor(this.#node) || undefined;
  }

  get summary() {
    return this.#bodies().summary || this.#bodies().content;
  }

  get content() {
    return this.#bodies().content || this.#bodies().summary;
  }

  get image() {
    return itemImage(this.#node, this.content, this.#linkBase ?? this.url);
  }

  get language() {
    return itemLanguage(this.#node) || undefined;
  }

  #bodies() {
    this.#html ??= bodiesOf(this.#node);
    return this.#html;
  }
}

/** Of a description and a summary without any content, the first introduces and the other is the content. */
function bodiesOf(node: Node): { readonly summary: string; readonly content: string } {
  const summary = firstHtml(node, summaryFields);
  const content = firstHtml(node, contentFields);
  if (content !== '') return { summary, content };
  const [first, second] = node.names().filter((name) => name === 'description' || name === 'summary');
  if (first === undefined || second === undefined) return { summary, content };
  return { summary: firstHtml(node, [first]), content: firstHtml(node, [second]) };
}

function itemId(node: Node, base: string | undefined): string {
  for (const field of ['guid', 'id', 'atom:id'] as const) {
    for (const leaf of node.all(field)) {
      const id = leaf.text();
      const isAddress = leaf.attributes.ispermalink?.trim().toLowerCase() !== 'false';
      if (id !== '') return isAddress ? resolveUrl(id, resolveBase(leaf, base)) : id;
    }
  }
  return node.attributes['rdf:about']?.trim() || firstText(node, ['dc:identifier']);
}

function resolveBase(leaf: Leaf, base: string | undefined): string | undefined {
  const own = leaf.attributes['xml:base'];
  return own === undefined ? base : resolveUrl(own, base);
}

function itemDate(node: Node): number | undefined {
  for (const field of dateFields) {
    for (const leaf of node.all(field)) {
      const date = parseDate(leaf.text());
      if (date !== undefined) return date;
    }
  }
  return undefined;
}

const longestName = 200;

/** Atom names people in an element of their own; RSS writes `address (Name)`. */
function itemAuthor(node: Node): string {
  for (const field of ['author', 'atom:author', 'dc:creator', 'creator', 'itunes:author']) {
    for (const leaf of node.all(field)) {
      const name = /<(?:[\w-]+:)?name[^<>]*>([^<]*)</iu.exec(leaf.raw)?.[1] ?? leaf.text();
      const written = name.trim().slice(0, longestName);
      const person = /^\S+@\S+\s+\(([^()]+)\)$/u.exec(written)?.[1] ?? written;
      if (person !== '' && !person.includes('<')) return person;
    }
  }
  return '';
}

function itemLanguage(node: Node): string {
  return node.attributes['xml:lang']?.trim() || firstText(node, ['language', 'dc:language', 'xml:lang']);
}

function firstHtml(node: Node, fields: readonly string[]): string {
  for (const field of fields) {
    for (const leaf of node.all(field)) {
      const html = leaf.html();
      if (html !== '') return html;
    }
  }
  return '';
}

export function firstText(node: Node, fields: readonly string[]): string {
  for (const field of fields) {
    for (const leaf of node.all(field)) {
      const text = leaf.text();
      if (text !== '') return text;
    }
  }
  return '';
}
