import { attributesOf, startTag } from './tags.ts';
import { type Entities, entitiesOf } from './entities.ts';
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
  let doctype: string | undefined;
  let html = false;
  let at = 0;
  for (let open = text.indexOf('<', at); open >= 0; open = text.indexOf('<', at)) {
    if (doctype === undefined && /^<!doctype\s/iu.test(text.slice(open, open + 10))) {
      at = endOfDoctype(text, open);
      doctype = text.slice(open, at);
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
        return {
          name: local,
          attributes: attributesOf(tag.attributes),
          start: open,
          entities: entitiesOf(doctype ?? ''),
        };
      }
    }
  }
  return undefined;
}

function isRoot(name: string | undefined): name is Root['name'] {
  return name !== undefined && roots.has(name);
}

/** A DOCTYPE ends at its `>`, or behind the `]` of an internal subset. */
function endOfDoctype(text: string, open: number): number {
  const plain = text.indexOf('>', open);
  if (plain < 0) return text.length;
  if (!text.slice(open, plain).includes('[')) return plain + 1;
  const close = text.indexOf(']', open);
  const end = close < 0 ? -1 : text.indexOf('>', close);
  return end < 0 ? plain + 1 : end + 1;
}

export function isAtom(root: Root): boolean {
  return root.name === 'feed' || root.name === 'entry';
}
