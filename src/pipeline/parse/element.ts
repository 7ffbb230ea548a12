import { itemFields } from './fields.ts';
import { nameAt, startTag, type StartTag } from './tags.ts';

/** Where an element's body ends, and where reading goes on behind its end tag. */
export interface Extent {
  readonly bodyEnd: number;
  readonly next: number;
  /** Whether an end tag was found; without one the body reaches as far as it can. */
  readonly closed: boolean;
}

/** Elements around fields: where one of them ends, every field inside has ended too. */
const containers = new Set(['item', 'entry', 'channel', 'feed', 'rss', 'rdf']);

const fieldNames = new Set(itemFields.map((name) => name.slice(name.indexOf(':') + 1)));

/**
 * The extent of the element that `tag` opens, in one pass: up to its own end tag, or to the end of the
 * item around it. The end tag of another field that was not opened inside counts as its own, misspelt.
 * `eager` ends the body at the next field's tag, for stretches in which end tags are known to be missing.
 */
export function extentOf(text: string, tag: StartTag, behind: BehindDeclaration, eager = false): Extent {
  if (tag.selfClosing) return { bodyEnd: tag.end, next: tag.end, closed: true };
  const own = tag.name.toLowerCase();
  let opened: Map<string, number> | undefined;
  let at = tag.end;
  for (let open = text.indexOf('<', at); open >= 0; open = text.indexOf('<', at)) {
    const mark = text[open + 1];
    if (mark === '!') {
      at = behind(open);
      continue;
    }
    const ends = mark === '/';
    if (ends && opened === undefined && isEndTag(text, open, tag.name)) {
      return { bodyEnd: open, next: open + tag.name.length + 3, closed: true };
    }
    const from = ends ? open + 2 : open + 1;
    const name = nameAt(text, from).toLowerCase();
    at = from + name.length;
    const local = name.slice(name.indexOf(':') + 1);
    const isContainer = containers.has(local);
    if (name !== own && !isContainer && !fieldNames.has(local)) continue;
    const inside = opened?.get(name) ?? 0;
    if (!ends) {
      if (eager && name !== own) return { bodyEnd: open, next: open, closed: true };
      if (startTag(text, open)?.selfClosing !== true) (opened ??= new Map()).set(name, inside + 1);
    } else if (inside > 0) {
      opened?.set(name, inside - 1);
    } else if (isContainer && name !== own) {
      return { bodyEnd: open, next: open, closed: eager };
    } else {
      return { bodyEnd: open, next: behindGreaterThan(text, at), closed: true };
    }
  }
  return { bodyEnd: text.length, next: text.length, closed: eager };
}

/** What nearly every field looks like: nothing of note inside, and an end tag spelt as it should be. */
function isEndTag(text: string, open: number, name: string): boolean {
  return text.startsWith(name, open + 2) && text[open + 2 + name.length] === '>';
}

function behindGreaterThan(text: string, at: number): number {
  if (text[at] === '>') return at + 1;
  let end = at;
  while (end < text.length && text[end] !== '>' && text[end] !== '<') end += 1;
  return text[end] === '>' ? end + 1 : end;
}

/** Given the position of a `<!`, where reading goes on behind the comment or CDATA section it begins. */
export type BehindDeclaration = (open: number) => number;

export function declarationsOf(text: string): BehindDeclaration {
  const commentEnd = lastOf(text, '-->');
  const cdataEnd = lastOf(text, ']]>');
  return (open) => {
    if (text.startsWith('<![CDATA[', open)) {
      return open + 9 <= cdataEnd() ? text.indexOf(']]>', open + 9) + 3 : text.length;
    }
    if (text.startsWith('<!--', open)) {
      return open + 4 <= commentEnd() ? text.indexOf('-->', open + 4) + 3 : open + 4;
    }
    return open + 2;
  };
}

/** Once a mark is not found it never will be: searching again for each `<!--` would take quadratic time. */
function lastOf(text: string, mark: string): () => number {
  let last: number | undefined;
  return () => (last ??= text.lastIndexOf(mark));
}
