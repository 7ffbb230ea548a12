import { decodeHTML } from 'entities';

/**
 * HTML → plain text with line breaks where blocks end, at most `limit` UTF-16 units of it.
 * One pass of `indexOf`, so that time grows with the input whatever it holds: every article of every
 * feed goes through here, and html-to-text takes about four times as long.
 */
export function plainText(html: string, limit = Number.POSITIVE_INFINITY, uneven = unevenSpace): string {
  const text = html.includes('<') ? withoutTags(html, limit * 2) : html.slice(0, limit * 2);
  const decoded = text.includes('&') ? decodeHTML(text) : text;
  const spaced = decoded.replace(uneven, ' ');
  const tidy = (spaced.includes('\n') ? spaced.replace(blankLines, '\n') : spaced).trim();
  return tidy.length > limit ? tidy.slice(0, limit).trimEnd() : tidy;
}

/** Any run of white space but a single space, which stays: replacing those too would take twice the time. */
const unevenSpace = /[^\S\n ][^\S\n]*| [^\S\n]+/gu;
/** The same for the white space of keyboards alone: a no-break space stays what it is. */
export const unevenPlainSpace = /[\t\r\f\v][\t\r\f\v ]*| [\t\r\f\v ]+/gu;
const blankLines = / ?\n[ \n]*/gu;

const silent = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe']);
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

function withoutTags(html: string, enough: number): string {
  let text = '';
  let at = 0;
  while (at < html.length && text.length < enough) {
    const open = html.indexOf('<', at);
    if (open < 0) return text + html.slice(at);
    text += html.slice(at, open);
    const tag = tagAt(html, open);
    text += tag.text;
    at = tag.end;
  }
  return text;
}

const tagName = /\/?(?:[a-z][\w-]*:)?([a-z][\w-]*)/iuy;

/** What the `<` at `open` begins: the text that stands for it, and where reading goes on. */
function tagAt(html: string, open: number): { readonly text: string; readonly end: number } {
  if (html.startsWith('<!--', open)) return { text: '', end: after(html, '-->', open + 4) };
  if (html.startsWith('<![CDATA[', open)) return { text: '', end: open + 9 };
  tagName.lastIndex = open + 1;
  const name = tagName.exec(html)?.[1]?.toLowerCase();
  const next = html[open + 1];
  if (name === undefined && next !== '!' && next !== '?') return { text: '<', end: open + 1 };
  const end = after(html, '>', open + 1);
  if (name === undefined) return { text: '', end };
  if (silent.has(name) && next !== '/') {
    return { text: ' ', end: after(html, '>', after(html, `</${name}`, end)) };
  }
  return { text: inline.has(name) ? '' : '\n', end };
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}
