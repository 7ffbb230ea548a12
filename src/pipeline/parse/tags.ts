import { decodeHTMLStrict } from 'entities';

/** A start tag as written. `end` is the position behind its `>`. */
export interface StartTag {
  readonly name: string;
  readonly attributes: string;
  readonly selfClosing: boolean;
  readonly end: number;
}

/** The element name that begins at `at`; empty when none does. */
export function nameAt(text: string, at: number): string {
  if (!isLetter(text.charCodeAt(at))) return '';
  let end = at + 1;
  while (isInName(text.charCodeAt(end))) end += 1;
  return text.slice(at, end);
}

// By code, not by pattern: this runs for every tag of every document.
function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return (
    (lower >= 0x61 && lower <= 0x7a) ||
    code === 0x5f ||
    (code > 0x7f && /\p{L}/u.test(String.fromCharCode(code)))
  );
}

/** Letters, and `-`, `.`, `:` and digits. */
function isInName(code: number): boolean {
  return (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x2e || isLetter(code);
}

/** The start tag whose `<` stands at `open`, if one does. Never reads past the next `<`. */
export function startTag(text: string, open: number): StartTag | undefined {
  const name = nameAt(text, open + 1);
  if (name === '') return undefined;
  const from = open + 1 + name.length;
  const close = closeOfTag(text, from);
  const selfClosing = text[close - 1] === '/';
  return {
    name,
    attributes: text.slice(from, selfClosing ? close - 1 : close),
    selfClosing,
    end: text[close] === '>' ? close + 1 : close,
  };
}

/** The `>` that ends the tag, not one inside quotes; where none does, the tag ends before the next `<`. */
function closeOfTag(text: string, from: number): number {
  const nextOpen = text.indexOf('<', from);
  const limit = nextOpen < 0 ? text.length : nextOpen;
  let quote = 0;
  let inQuotes = -1;
  for (let at = from; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3e) {
      if (quote === 0) return at;
      if (inQuotes < 0) inQuotes = at;
    } else if (code === quote) {
      quote = 0;
    } else if (quote === 0 && (code === 0x22 || code === 0x27)) {
      quote = code;
    }
  }
  // A quote was opened and never closed: the first `>` was meant.
  return inQuotes < 0 ? limit : inQuotes;
}

const attribute = /([^\s=/"'<>]+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?|[\s\S]/uy;

/** Attributes by lower-case name, values with their character references resolved; the first of a name counts. */
export function attributesOf(written: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  attribute.lastIndex = 0;
  for (let match = attribute.exec(written); match !== null; match = attribute.exec(written)) {
    const name = match[1]?.toLowerCase();
    if (name === undefined || match[2] === undefined || found.has(name)) continue;
    const value = match[3] ?? match[4] ?? match[5] ?? '';
    found.set(name, value.includes('&') ? decodeHTMLStrict(value) : value);
  }
  return found;
}
