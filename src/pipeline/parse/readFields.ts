import { type BehindDeclaration, type Extent, extentOf } from './element.ts';
import { attributes as knownAttributes, feedFields, itemFields, transparent } from './fields.ts';
import { elementNames } from './names.ts';
import { resolveUrl } from './resolveUrl.ts';
import type { Root } from './root.ts';
import { attributesOf, nameAt, startTag, type StartTag } from './tags.ts';

/** Stands before each field's name, so that rss-parser hands the field on instead of interpreting it. */
export const hidden = 'f_';

/** First in each element: xml2js makes a string of one with no children, and rss-parser stumbles over that. */
const filling = `<${hidden}/>`;

const wantedInItem = new Set(itemFields);
const wantedInFeed = new Set(feedFields);

/** The feed's own fields and each item's as XML, from behind the element's name on: ` a="b"><f_title>0</f_title>`. */
export interface Fields {
  readonly head: string;
  readonly items: readonly string[];
  readonly bodies: readonly string[];
}

/** One pass over the document: every item, and every field that we read, wherever they stand. */
export function readFields(text: string, root: Root, behind: BehindDeclaration): Fields {
  const names = elementNames();
  const bodyOf = bodyReader(text, behind);
  const bodies: string[] = [];
  const items: string[] = [];
  let headAttributes: ReadonlyMap<string, string> = new Map();
  let head = '';
  let item: string | undefined;
  let at = root.start;

  const closeItem = () => {
    if (item !== undefined) items.push(item);
    item = undefined;
  };
  const write = (name: string, tag: StartTag, body: string) => {
    const index = body === '' ? '' : bodies.push(body) - 1;
    const element = `<${hidden}${name}${written(attributesOf(tag.attributes))}>${index}</${hidden}${name}>`;
    if (item === undefined) head += element;
    else item += element;
  };

  for (let open = text.indexOf('<', at); open >= 0; open = text.indexOf('<', at)) {
    if (text[open + 1] === '!') {
      at = behind(open);
      continue;
    }
    if (text[open + 1] === '/') {
      const local = localName(nameAt(text, open + 2));
      at = open + 2;
      if (local === 'item' || local === 'entry') closeItem();
      if (local === root.name && item === undefined && !oneOfMany.has(local)) break;
      continue;
    }
    const tag = startTag(text, open);
    if (tag === undefined) {
      at = open + 1;
      continue;
    }
    at = tag.end;
    const name = canonicalName(tag, names, root);
    if (name === 'item' || name === 'entry') {
      closeItem();
      item = `${written(attributesOf(tag.attributes))}>${filling}`;
      if (tag.selfClosing) closeItem();
    } else if (name === 'media:content') {
      write(name, tag, '');
    } else if (transparent.has(name)) {
      if (item === undefined) headAttributes = inherit(headAttributes, attributesOf(tag.attributes));
    } else {
      const isField = (item === undefined ? wantedInFeed : wantedInItem).has(name);
      const extent = bodyOf(tag, isField);
      at = extent?.next ?? tag.end;
      if (isField && extent !== undefined) write(name, tag, text.slice(tag.end, extent.bodyEnd));
    }
  }
  closeItem();
  return { head: `${written(headAttributes)}>${filling}${head}`, items, bodies };
}

/** Roots of which a document may hold several. */
const oneOfMany: ReadonlySet<string> = new Set(['item', 'entry', 'channel']);

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

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
function inherit(outer: ReadonlyMap<string, string>, inner: ReadonlyMap<string, string>) {
  const base = inner.get('xml:base');
  const both = new Map([...outer, ...inner]);
  return base === undefined ? both : both.set('xml:base', resolveUrl(base, outer.get('xml:base')));
}

function written(attributes: ReadonlyMap<string, string>): string {
  let xml = '';
  for (const [name, value] of attributes) {
    if (knownAttributes.has(name)) xml += ` ${name}="${escaped(value)}"`;
  }
  return xml;
}

function escaped(value: string): string {
  // oxlint-disable-next-line no-control-regex -- XML has no spelling for these
  const clean = value.replace(/[\u0000-\u001F\u007F\uFFFE\uFFFF]/gu, ' ');
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
