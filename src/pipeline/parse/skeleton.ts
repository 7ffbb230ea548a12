import type { Entities } from './entities.ts';
import { declarationsOf } from './element.ts';
import { readFields } from './readFields.ts';
import { findRoot, type Root } from './root.ts';

/**
 * A document cut down to what rss-parser needs: well-formed, names in one spelling, only the fields
 * we read, and each body replaced by its index in `bodies`. Publishers' text never reaches an XML
 * parser, so nothing in it can break one or keep it busy.
 */
export interface Skeleton {
  readonly xml: string;
  /** Bodies as written: references, CDATA and markup unresolved. */
  readonly bodies: readonly string[];
  readonly entities: Entities;
  readonly root: Root;
}

export function skeletonOf(text: string): Skeleton | undefined {
  const behind = declarationsOf(text);
  const root = findRoot(text, behind);
  if (root === undefined) return undefined;
  const { head, items, bodies } = readFields(text, root, behind);
  return { xml: documentOf(root, head, items), bodies, entities: root.entities, root };
}

/** Items stand where the format wants them, wherever the publisher put them. */
function documentOf(root: Root, head: string, items: readonly string[]): string {
  if (isAtom(root)) return `<feed${head}${items.map((item) => `<entry${item}</entry>`).join('')}</feed>`;
  const written = items.map((item) => `<item${item}</item>`).join('');
  if (root.name === 'rdf') return `<rdf:RDF><channel${head}</channel>${written}</rdf:RDF>`;
  const version = /^(?:2|0\.9)[\d.]*$/u.exec(root.attributes.get('version') ?? '')?.[0] ?? '2.0';
  return `<rss version="${version}"><channel${head}${written}</channel></rss>`;
}

export function isAtom(root: Root): boolean {
  return root.name === 'feed' || root.name === 'entry';
}
