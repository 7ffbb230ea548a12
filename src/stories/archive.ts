import type { ArticleId, Story, StoryId } from '../model.ts';
import { companyKey } from './companyKey.ts';

/** All remembered stories, indexed in memory; derived from the stories shelf at start. */
export interface Archive {
  /** Adds a story or replaces the version of it that was there. */
  put(story: Story): void;
  withArticle(id: ArticleId): Story | undefined;
  /** Stories that name one of the companies and were last told within `windowMs` before or after `at`. */
  near(companies: readonly string[], at: number, windowMs: number): readonly Story[];
  /** Newest first. */
  latest(query: { readonly company?: string; readonly count: number }): readonly Story[];
  /** Oldest first. */
  all(): readonly Story[];
}

export function archive(stories: Iterable<Story> = []): Archive {
  const all = new Map<StoryId, Story>();
  const byArticle = new Map<ArticleId, StoryId>();
  const byCompany = new Map<string, StoryId[]>();
  /** Ids by the time of the first telling, oldest first. */
  const timeline: StoryId[] = [];

  const get = (ids: Iterable<StoryId>): Story[] => [...ids].flatMap((id) => all.get(id) ?? []);
  const startedAt = (id: StoryId): number => all.get(id)?.firstSeenAt ?? 0;

  function insert(ids: StoryId[], id: StoryId): void {
    let at = ids.length;
    while (at > 0 && startedAt(ids[at - 1] as StoryId) > startedAt(id)) at -= 1;
    ids.splice(at, 0, id);
  }

  function put(story: Story): void {
    const before = all.get(story.id);
    all.set(story.id, story);
    if (!before) insert(timeline, story.id);
    for (const { article } of story.sources) byArticle.set(article, story.id);
    const known = new Set(before?.partners.map(companyKey));
    for (const key of new Set(story.partners.map(companyKey))) {
      if (known.has(key)) continue;
      const ids = byCompany.get(key) ?? [];
      insert(ids, story.id);
      byCompany.set(key, ids);
    }
  }

  for (const story of stories) put(story);
  return {
    put,
    withArticle: (id) => get([byArticle.get(id)].filter((found) => found !== undefined))[0],
    near(companies, at, windowMs) {
      const found = new Set<StoryId>();
      for (const company of companies) {
        for (const id of (byCompany.get(companyKey(company)) ?? []).toReversed()) {
          const story = all.get(id);
          if (!story || story.firstSeenAt < at - 2 * windowMs) break;
          const told = story.sources.map(({ publishedAt }) => Math.abs(publishedAt - at));
          if (Math.min(...told) <= windowMs) found.add(id);
        }
      }
      return get(found);
    },
    latest({ company, count }) {
      const ids = company === undefined ? timeline : (byCompany.get(companyKey(company)) ?? []);
      return get(ids.slice(-count).toReversed());
    },
    all: () => get(timeline),
  };
}
