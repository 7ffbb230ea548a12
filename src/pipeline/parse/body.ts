import { decodeHTMLStrict } from 'entities';
import type { Entities } from './entities.ts';

/** What stands between the tags of an element: references resolved, CDATA opened, comments dropped. */
export function textOf(raw: string, entities: Entities): string {
  return clean(joined(raw, (text) => decoded(text, entities))).trim();
}

/**
 * The same for a body that holds HTML: publishers write it escaped, in CDATA, or as elements. Elements
 * stay markup, and then the references around them are part of that markup and stay too.
 */
export function htmlOf(raw: string, entities: Entities, inlineMarkup: boolean): string {
  if (!inlineMarkup) return textOf(raw, entities);
  return clean(joined(raw, (text) => text, escaped)).trim();
}

/** Whether the body holds elements that are neither escaped nor in CDATA. */
export function hasElements(raw: string): boolean {
  let at = raw.indexOf('<');
  while (at >= 0) {
    if (raw.startsWith('<![CDATA[', at)) at = raw.indexOf('<', behind(raw, ']]>', at));
    else if (raw.startsWith('<!--', at)) at = raw.indexOf('<', behind(raw, '-->', at));
    else if (/[a-z]/iu.test(raw[at + 1] ?? '')) return true;
    else at = raw.indexOf('<', at + 1);
  }
  return false;
}

function joined(
  raw: string,
  ofText: (text: string) => string,
  ofCdata: (text: string) => string = (text) => text,
): string {
  if (!raw.includes('<!') && !raw.includes('<?')) return ofText(raw);
  let result = '';
  let at = 0;
  for (const match of raw.matchAll(/<!\[CDATA\[|<!--|<\?/gu)) {
    if (match.index < at) continue;
    result += ofText(raw.slice(at, match.index));
    const from = match.index + match[0].length;
    if (match[0] === '<![CDATA[') {
      const close = raw.indexOf(']]>', from);
      result += ofCdata(raw.slice(from, close < 0 ? raw.length : close));
      at = close < 0 ? raw.length : close + 3;
    } else {
      at = behind(raw, match[0] === '<?' ? '>' : '-->', from);
    }
  }
  return result + ofText(raw.slice(at));
}

function behind(raw: string, mark: string, from: number): number {
  const found = raw.indexOf(mark, from);
  return found < 0 ? raw.length : found + mark.length;
}

function decoded(text: string, entities: Entities): string {
  return text.includes('&') ? decodeHTMLStrict(entities(text)) : text;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

// oxlint-disable-next-line no-control-regex -- these are the characters to drop
const stray = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/u;
const windows1252 = new TextDecoder('windows-1252');

/** Without control characters; those that only windows-1252 calls printable were meant as that. */
function clean(text: string): string {
  if (!stray.test(text)) return text;
  return text.replace(new RegExp(stray.source, 'gu'), (character) => {
    const code = character.charCodeAt(0);
    const meant = code >= 0x80 && code <= 0x9f ? windows1252.decode(Uint8Array.of(code)) : '';
    return stray.test(meant) ? '' : meant;
  });
}
