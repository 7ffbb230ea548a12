import type { Explained } from '../command.ts';
import { detect } from '../detect/detect.ts';
import type { Memory } from '../memory.ts';
import { canonicalUrl } from '../pipeline/parse/canonicalUrl.ts';

const isLink = (asked: string): boolean => /^https?:\/\/\S+$/u.test(asked);

/** The decision on an article that a feed brought, by its link, or on a title as typed. */
export async function explain(
  asked: string,
  { articles }: Pick<Memory, 'articles'>,
): Promise<Explained | undefined> {
  const typed = asked.trim();
  if (!isLink(typed)) return { title: typed, finding: detect({ title: typed, text: '' }) };
  const wanted = canonicalUrl(typed);
  for await (const [, { article, finding }] of articles.entries())
    if (canonicalUrl(article.url) === wanted) return { title: article.title, url: article.url, finding };
  return undefined;
}
