import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** Pages grow long by scripts and comments; what an article says stands before this. */
const longest = 250_000;
const silent =
  /<(script|style|svg|noscript|template|iframe|form)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/giu;
const paragraphs = 'p, li, blockquote';
/** Fewer characters are a wall or a teaser, not an article. */
const least = 250;

/** The text of the article on a page, a paragraph a line, without what stands around it; undefined when there is none. */
export function readable(html: string): string | undefined {
  const { document } = parseHTML(
    html
      .slice(0, 4 * longest)
      .replaceAll(silent, '')
      .slice(0, longest),
  );
  if (!document.documentElement) return undefined;
  const article = new Readability(document, { charThreshold: 200 }).parse();
  if (!article?.content) return undefined;
  const { document: content } = parseHTML(`<html><body>${article.content}</body></html>`);
  for (const aside of content.querySelectorAll('figure, figcaption, aside, table, pre')) aside.remove();
  const lines = [...content.querySelectorAll(paragraphs)]
    // A paragraph inside a list item or quotation is read as part of that, not twice.
    .filter((element) => !element.parentElement?.closest(paragraphs))
    .filter((element) => !isLinks(element))
    .map((element) => (element.textContent ?? '').replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
  const text = lines.join('\n');
  return text.length < least ? undefined : text;
}

/** A paragraph that is a link as a whole leads elsewhere. */
function isLinks(element: {
  readonly textContent: string | null;
  querySelectorAll(selector: string): Iterable<{ readonly textContent: string | null }>;
}): boolean {
  const linked = [...element.querySelectorAll('a')].reduce(
    (sum, link) => sum + (link.textContent ?? '').length,
    0,
  );
  return linked > 0.7 * (element.textContent ?? '').length;
}
