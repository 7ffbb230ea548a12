import { attributesOf, startTag } from './tags.ts';
import { decodeHTMLStrict } from 'entities';
import type { Entities } from './body.ts';
import type { BehindDeclaration } from './element.ts';

export interface Root {
  /** `channel`, `item` and `entry` begin documents that lost their root, or never had one. */
  readonly name: 'rss' | 'rdf' | 'feed' | 'channel' | 'item' | 'entry';
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the root's start tag begins. */
  readonly start: number;
  readonly entities: Entities;
}

const roots = new Set<string>(['rss', 'rdf', 'feed', 'channel', 'item', 'entry']);

/** The first element that can be a feed's root, past whatever junk stands before it; undefined for anything else. */
export function findRoot(text: string, behind: BehindDeclaration): Root | undefined {
  let entities: Entities = new Map();
  let html = false;
  let at = 0;
  for (let open = text.indexOf('<', at); open >= 0; open = text.indexOf('<', at)) {
    if (/^<!doctype\s/iu.test(text.slice(open, open + 10))) {
      const end = endOfDoctype(text, open);
      entities = declaredEntities(text.slice(open, end));
      at = end;
    } else if (text[open + 1] === '!') {
      at = behind(open);
    } else {
      const tag = startTag(text, open);
      at = tag?.end ?? open + 1;
      const name = tag?.name.toLowerCase();
      const local = name?.slice(name.indexOf(':') + 1);
      if (name === 'html' || name === 'body') html = true;
      if (text.startsWith('</html', open)) html = false;
      if (!html && tag !== undefined && isRoot(local)) {
        return { name: local, attributes: attributesOf(tag.attributes), start: open, entities };
      }
    }
  }
  return undefined;
}

function isRoot(name: string | undefined): name is Root['name'] {
  return name !== undefined && roots.has(name);
}

function endOfDoctype(text: string, open: number): number {
  const plain = text.indexOf('>', open);
  if (plain < 0) return text.length;
  const subset = text.indexOf('[', open);
  if (subset < 0 || subset > plain) return plain + 1;
  const close = text.indexOf(']', subset);
  const end = close < 0 ? -1 : text.indexOf('>', close);
  return end < 0 ? plain + 1 : end + 1;
}

const longestEntity = 200;

/** Only entities that stand for plain text: one that refers to others is how documents are made to explode. */
function declaredEntities(doctype: string): Entities {
  const entities = new Map<string, string>();
  for (const match of doctype
    .slice(0, 65_536)
    .matchAll(/<!ENTITY\s+([\w.-]{1,64})\s+(?:"([^"]*)"|'([^']*)')/gu)) {
    const value = decodeHTMLStrict(match[2] ?? match[3] ?? '');
    if (value.length <= longestEntity && !/&[\w.-]/u.test(value)) entities.set(match[1] ?? '', value);
  }
  return entities;
}
