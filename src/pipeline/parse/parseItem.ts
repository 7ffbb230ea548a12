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
  const base = own === undefined ? around.base : resolveUrl(own, around.base);
  const linkBase = base ?? around.linkBase;
  const url = itemLink(node, linkBase);
  const summary = firstHtml(node, summaryFields);
  const content = firstHtml(node, contentFields);
  const publishedAt = itemDate(node);
  const author = itemAuthor(node);
  const image = itemImage(node, content || summary, linkBase ?? url);
  const language = itemLanguage(node);
  return {
    id: itemId(node, base),
    url,
    title: plainTitle(node, ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title']),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(author !== '' && { author }),
    summary: summary || content,
    content: content || summary,
    ...(image !== undefined && { image }),
    ...(language !== '' && { language }),
  };
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

/** Atom names people in an element of their own; RSS writes `address (Name)`. */
function itemAuthor(node: Node): string {
  for (const field of ['author', 'atom:author', 'dc:creator', 'creator', 'itunes:author']) {
    for (const leaf of node.all(field)) {
      const name = /<(?:[\w-]+:)?name[^<>]*>([^<]*)</iu.exec(leaf.raw)?.[1] ?? leaf.text();
      const person = /^\S+@\S+\s+\(([^()]+)\)$/u.exec(name.trim())?.[1] ?? name.trim();
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
