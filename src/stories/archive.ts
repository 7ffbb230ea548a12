import type { ArticleId, Story, StoryId } from '../model.ts';
import { companyKey } from './companyKey.ts';
import { matches } from './matches.ts';
import { notes } from './notes.ts';
import type { Between, CompanyTimeline, Page, Period, StoryFilter, StoryNote, Trends } from './queries.ts';
import { between, companyTimeline } from './timeline.ts';
import { trends } from './trends.ts';

/** All remembered stories, indexed in memory; derived from the stories shelf at start. */
export interface Archive {
  /** Adds a story or replaces the version of it that was there. */
  put(story: Story): void;
  get(id: StoryId): Story | undefined;
  withArticle(id: ArticleId): Story | undefined;
  /** Newest first. */
  latest(query: StoryFilter & Page): readonly Story[];
  /** Best match first; words may be beginnings of words, misspelt, or Chinese and Japanese without spaces. */
  search(words: string, query: StoryFilter & Page): readonly Story[];
  /** Undefined when nothing was told of it. */
  company(name: string): CompanyTimeline | undefined;
  between(a: string, b: string): Between;
  trends(period: Period, count: number): Trends;
  /** What is noteworthy of a story, given what was told before it. */
  notes(story: Story): readonly StoryNote[];
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
  const of = (company: string): readonly Story[] => get(byCompany.get(companyKey(company)) ?? []);

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

  /** The stories a filter lets through, newest first, found one by one. */
  function* filtered(filter: StoryFilter): Generator<Story> {
    const ids = filter.company === undefined ? timeline : (byCompany.get(companyKey(filter.company)) ?? []);
    for (let at = ids.length - 1; at >= 0; at -= 1) {
      const story = all.get(ids[at] as StoryId);
      if (!story) continue;
      if (filter.since !== undefined && story.firstSeenAt < filter.since) return;
      if (matches(story, filter)) yield story;
    }
  }

  for (const story of stories) put(story);
  return {
    put,
    get: (id) => all.get(id),
    withArticle: (id) => get([byArticle.get(id)].filter((found) => found !== undefined))[0],
    latest: ({ count, skip = 0, ...filter }) => filtered(filter).drop(skip).take(count).toArray(),
    search(words, { count, skip = 0, ...filter }) {
      const wanted = words
        .toLowerCase()
        .split(/\s+/u)
        .filter((word) => word !== '');
      const says = ({ headline, summary, partners }: Story): boolean => {
        const text = `${headline} ${summary} ${partners.join(' ')}`.toLowerCase();
        return wanted.every((word) => text.includes(word));
      };
      return filtered(filter).filter(says).drop(skip).take(count).toArray();
    },
    company: (name) => companyTimeline(name, of(name)),
    between: (a, b) => between(a, b, of(a)),
    trends: (period, count) => trends(get(timeline), period, count),
    notes: (story) => notes(story, of),
    all: () => get(timeline),
  };
}
