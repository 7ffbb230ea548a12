import type { Block, Span, Spans } from '../../message.ts';
import { clean, linkable, markupOffsets } from './escape.ts';

/** A block as Discord's markdown, without a trailing newline. */
export function blockMarkdown(block: Block): string {
  switch (block.is) {
    case 'heading':
      return prefixed('### ', oneLine(spansMarkdown(block.spans)));
    case 'text':
      return spansMarkdown(block.spans);
    case 'quote':
      return prefixed('> ', spansMarkdown(block.spans));
    case 'list':
      return block.items.map((item) => `- ${spansMarkdown(item).replaceAll('\n', '\n  ')}`).join('\n');
    case 'note':
      return prefixed('-# ', spansMarkdown(block.spans).replaceAll(/\n\s*(?=\n)/gu, ''));
  }
}

/** An embed's title: markdown without links, on one line. */
export const titleMarkdown = (spans: Spans): string =>
  oneLine(spansMarkdown(spans.map((one) => ({ ...one, href: '' }))));

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/gu, ' ').trim();

const prefixed = (prefix: string, text: string): string =>
  text
    .split('\n')
    .map((line) => prefix + line)
    .join('\n');

/** What needs escaping depends on the neighbours, so it is decided on the whole text and then applied by span. */
function spansMarkdown(spans: Spans): string {
  const texts = spans.map(({ text }) => clean(text));
  const escapes = markupOffsets(texts.join(''));
  let start = 0;
  let written = '';
  for (const [at, one] of spans.entries()) {
    const text = texts[at] ?? '';
    const piece = spanMarkdown(one, text, start, escapes);
    // "**a****b**" would be read as one odd run of stars.
    written += written.endsWith('*') && piece.startsWith('*') ? `\u200b${piece}` : piece;
    start += text.length;
  }
  return written;
}

type Escapes = ReadonlySet<number>;

/** Styles end at each line, because quotes, lists and small print are read line by line. */
function spanMarkdown(one: Span, text: string, start: number, escapes: Escapes): string {
  let at = start;
  return text
    .split('\n')
    .map((line) => {
      const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/u.exec(line) ?? [];
      const shown = core === '' ? '' : styled(one, core, at + before.length, escapes);
      at += line.length + 1;
      return before + shown + after;
    })
    .join('\n');
}

function styled(one: Span, text: string, at: number, escapes: Escapes): string {
  const href = linkable(one.href);
  if (one.code && href === undefined) return inlineCode(text);
  const escaped = text
    .split('')
    .map((unit, offset) => (escapes.has(at + offset) ? `\\${unit}` : unit))
    .join('');
  const linked = href === undefined ? escaped : `[${linkLabel(escaped)}](${href})`;
  const stars = `${one.bold ? '**' : ''}${one.italic ? '*' : ''}`;
  return `${stars}${linked}${stars}`;
}

/** Discord counts brackets in a label even when they are escaped: unpaired ones would undo the link. */
const linkLabel = (escaped: string): string =>
  /^(?:[^[\]]|\[[^[\]]*\])*$/u.test(escaped)
    ? escaped
    : escaped.replaceAll('\\[', '(').replaceAll('\\]', ')');

function inlineCode(text: string): string {
  const longest = Math.max(0, ...text.matchAll(/`+/gu).map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
