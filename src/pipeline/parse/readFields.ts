import { type BehindDeclaration, type Extent, extentOf } from './element.ts';
import { attributes as knownAttributes, feedFields, itemFields, transparent } from './fields.ts';
import { elementNames } from './names.ts';
import { resolveUrl } from './resolveUrl.ts';
import { mostItems } from './parsed.ts';
import type { Root } from './root.ts';
import { attributesOf, nameAt, startTag, type StartTag } from './tags.ts';

export type Attributes = Readonly<Record<string, string>>;

/** A field as the publisher wrote it: references, CDATA and markup unresolved. */
export interface Field {
  readonly attributes: Attributes;
  readonly raw: string;
}

/** What a feed or an item is made of: the fields of each name, in the order of the document. */
export interface Fields {
  readonly attributes: Attributes;
  readonly fields: ReadonlyMap<string, readonly Field[]>;
}

interface Collected {
  attributes: Attributes;
  readonly fields: Map<string, Field[]>;
}

export interface Document {
  readonly head: Fields;
  readonly items: readonly Fields[];
}

const wantedInItem = new Set(itemFields);
const wantedInFeed = new Set(feedFields);

/** One pass over the document: every item, and every field that we read, wherever they stand. */
export function readFields(text: string, root: Root, behind: BehindDeclaration): Document {
  const reader = readerOf(text, root, behind);
  let at = root.start;
  for (let open = text.indexOf('<', at); open >= 0; open = text.indexOf('<', at)) {
    const mark = text[open + 1];
    if (mark === '!') {
      at = behind(open);
    } else if (mark === '/') {
      at = open + 2;
      if (reader.isLast(nameAt(text, at))) break;
    } else {
      const tag = startTag(text, open);
      at = tag === undefined ? open + 1 : reader.read(tag);
      if (reader.items.length > mostItems) {
        reader.items.pop();
        break;
      }
    }
  }
  return reader;
}

function readerOf(text: string, root: Root, behind: BehindDeclaration) {
  const names = elementNames();
  const bodyOf = bodyReader(text, behind);
  const head = collected();
  const items: Collected[] = [];
  let item: Collected | undefined;
  let around = 0;

  const readAround = (name: string, tag: StartTag) => {
    if (item === undefined && (around += 1) <= deepest) {
      head.attributes = inherited(head.attributes, knownOf(tag));
    } else if (item !== undefined && name === 'media:content') {
      keep(item, name, { attributes: knownOf(tag), raw: '' });
    }
  };

  return {
    head,
    items,
    /** Takes in what begins with `tag`; returns where reading goes on. */
    read(tag: StartTag): number {
      const name = canonicalName(tag, names, root);
      if (name === 'item' || name === 'entry') {
        const started = collected(knownOf(tag));
        items.push(started);
        item = tag.selfClosing ? undefined : started;
        return tag.end;
      }
      if (transparent.has(name)) {
        readAround(name, tag);
        return tag.end;
      }
      const isField = (item === undefined ? wantedInFeed : wantedInItem).has(name);
      const extent = bodyOf(tag, isField);
      if (extent === undefined) return tag.end;
      const raw = isField ? text.slice(tag.end, extent.bodyEnd) : '';
      if (isField) keep(item ?? head, name, { attributes: knownOf(tag), raw });
      return extent.next;
    },
    /** Whether the end tag of `name` ends the document. */
    isLast(name: string): boolean {
      const local = name.slice(name.indexOf(':') + 1).toLowerCase();
      if (local === 'item' || local === 'entry') item = undefined;
      return local === root.name && item === undefined && !oneOfMany.has(local);
    },
  };
}

function collected(attributes: Attributes = noAttributes): Collected {
  return { attributes, fields: new Map() };
}

function keep({ fields }: Collected, name: string, field: Field): void {
  const same = fields.get(name);
  if (same === undefined) fields.set(name, [field]);
  else same.push(field);
}

/** How many elements around the items are listened to: a base that each of thousands continues never ends. */
const deepest = 8;

/** Roots of which a document may hold several. */
const oneOfMany: ReadonlySet<string> = new Set(['item', 'entry', 'channel']);

function canonicalName(tag: StartTag, names: ReturnType<typeof elementNames>, root: Root): string {
  let own: string | undefined;
  if (tag.attributes.includes('xmlns')) {
    const declared = attributesOf(tag.attributes);
    names.declare(declared);
    own = transparent.has(tag.name.toLowerCase()) ? undefined : declared.get('xmlns');
  }
  const name = names.canonical(tag.name, own);
  const isOwn = root.name === 'feed' || root.name === 'entry' || name === 'atom:entry';
  return isOwn && name.startsWith('atom:') ? name.slice('atom:'.length) : name;
}

/**
 * Finds where fields end. Where end tags are missing, the stretch is remembered and read a second time
 * with fields ending at the next field: never a third time, so that time stays linear.
 */
function bodyReader(text: string, behind: BehindDeclaration) {
  let unclosedUntil = 0;
  return (tag: StartTag, isField: boolean): Extent | undefined => {
    if (tag.end >= unclosedUntil) {
      const extent = extentOf(text, tag, behind);
      if (extent.closed) return extent;
      unclosedUntil = extent.bodyEnd;
    }
    return isField ? extentOf(text, tag, behind, true) : undefined;
  };
}

/** Attributes of the elements around the items: inner ones count, and a relative base continues the outer one. */
function inherited(outer: Attributes, inner: Attributes): Attributes {
  const base = inner['xml:base'];
  const both = { ...outer, ...inner };
  return base === undefined ? both : { ...both, 'xml:base': resolveUrl(base, outer['xml:base']) };
}

const noAttributes: Attributes = {};

/** The attributes that we read; no other name becomes a key. */
function knownOf(tag: StartTag): Attributes {
  if (!tag.attributes.includes('=')) return noAttributes;
  const known: Record<string, string> = {};
  for (const [name, value] of attributesOf(tag.attributes)) {
    if (knownAttributes.has(name)) known[name] = value.replace(lineBreaks, ' ');
  }
  return known;
}

// oxlint-disable-next-line no-control-regex -- XML has no spelling for most of these, and reads a line break as a space
const lineBreaks = /[\u0000-\u001F\u007F\uFFFE\uFFFF]/gu;
