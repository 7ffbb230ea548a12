import type { Article, Finding, Source, Story, StoryId } from '../model.ts';

export type Grouping = { readonly is: 'joins'; readonly story: Story } | { readonly is: 'starts' };

/** How long after (or before) its last telling a story is still the same news. */
export const groupingWindowMs = 10 * 86_400_000;

/** Decides whether an article tells one of the candidate stories or starts its own. */
export function group(
  article: Pick<Article, 'title' | 'text' | 'publishedAt'>,
  finding: Pick<Finding, 'partners'>,
  candidates: readonly Story[],
  companyKey: (name: string) => string,
): Grouping {
  const keys = new Set(finding.partners.map(companyKey));
  let best: Story | undefined;
  let bestScore = 0;
  for (const story of candidates) {
    const score = similarity(article, keys, story, companyKey);
    if (score > bestScore) [best, bestScore] = [story, score];
  }
  return best && bestScore >= 1 ? { is: 'joins', story: best } : { is: 'starts' };
}

function similarity(
  article: Pick<Article, 'title' | 'publishedAt'>,
  keys: ReadonlySet<string>,
  story: Story,
  companyKey: (name: string) => string,
): number {
  const shared = story.partners.filter((name) => keys.has(companyKey(name))).length;
  if (shared === 0) return 0;
  const days =
    Math.min(...story.sources.map((source) => Math.abs(source.publishedAt - article.publishedAt))) /
    86_400_000;
  const words = tokens(article.title);
  const overlap = Math.max(...story.sources.map((source) => jaccard(words, tokens(source.title))));
  return shared * 0.45 + overlap * 1.4 - days * 0.05;
}

const tokens = (text: string): ReadonlySet<string> =>
  new Set(
    text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]{3,}/gu),
  );

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = a.intersection(b).size;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

/** The first telling of a story; its id derives from the article, so that telling it again after a crash is the same story. */
export function begin(article: Article, finding: Finding, summary: string): Story {
  return {
    id: `s-${article.id}` as StoryId,
    headline: article.title,
    summary,
    partners: finding.partners,
    kind: finding.kind,
    stage: finding.stage,
    confidence: finding.confidence,
    sources: [sourceOf(article)],
    firstSeenAt: article.publishedAt,
    ...(article.language === undefined ? {} : { language: article.language }),
    ...(article.image === undefined ? {} : { image: article.image }),
  };
}

/** The story with one more telling: names that were missing are added, more tellers make it surer. */
export function join(
  story: Story,
  article: Article,
  finding: Finding,
  companyKey: (name: string) => string,
): Story {
  const keys = new Set(story.partners.map(companyKey));
  const added = finding.partners.filter((name) => !keys.has(companyKey(name)));
  return {
    ...story,
    partners: story.partners.length < 2 ? [...story.partners, ...added] : story.partners,
    confidence: Math.max(story.confidence, finding.confidence),
    sources: [...story.sources, sourceOf(article)],
    ...(story.image === undefined && article.image !== undefined ? { image: article.image } : {}),
  };
}

const sourceOf = ({ id, feed, outlet, url, title, publishedAt }: Article): Source => ({
  article: id,
  feed,
  outlet,
  url,
  title,
  publishedAt,
});
