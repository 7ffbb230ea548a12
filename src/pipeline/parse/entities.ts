import { decodeHTMLStrict } from 'entities';

/** Text with the references to a document's own entities resolved. */
export type Entities = (text: string) => string;

const longestEntity = 200;
const mostExpansion = 1_000_000;

/**
 * The entities that a DOCTYPE declares. Only those that stand for plain text: one that refers to others
 * is how small documents are made to explode. Past a million characters references stay as they are.
 */
export function entitiesOf(doctype: string): Entities {
  const declared = new Map<string, string>();
  for (const match of doctype.slice(0, 65_536).matchAll(declaration)) {
    const value = decodeHTMLStrict(match[2] ?? match[3] ?? '');
    if (value.length <= longestEntity && !/&[\w.-]/u.test(value)) declared.set(match[1] ?? '', value);
  }
  if (declared.size === 0) return (text) => (text.includes('ang;') ? text.replace(angle, angleOf) : text);
  let left = mostExpansion;
  return (text) =>
    text.replace(/&([\w.-]{1,64});/gu, (reference, name: string) => {
      const value = declared.get(name);
      if (value === undefined || left < value.length) return reference;
      left -= value.length;
      return value;
    });
}

// Feeds borrow their entities from XHTML 1.0, and HTML5 gave these two names to other characters.
const angle = /&([lr])ang;/gu;
const angleOf = (_reference: string, side: string): string => (side === 'l' ? '\u2329' : '\u232A');

const declaration = /<!ENTITY\s+([\w.-]{1,64})\s+(?:"([^"]*)"|'([^']*)')/gu;
