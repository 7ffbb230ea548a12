import { plainText, unevenPlainSpace } from './plainText.ts';
import type { Node } from './readFeed.ts';

/** A title as one line of plain text, from the first of `fields` that has one. */
export function plainTitle(node: Node, fields: readonly string[]): string {
  for (const field of fields) {
    for (const leaf of node.all(field)) {
      const written = leaf.html();
      // Atom's explicit `text` means what it says: "<b>" in it is a title about a tag.
      const isText = leaf.attributes.type?.toLowerCase() === 'text';
      const title = isText ? written : plainText(written, undefined, unevenPlainSpace);
      if (title !== '') return title.replace(/[\t\n\v\f\r ]+/gu, ' ');
    }
  }
  return '';
}
