import type { ArticleId, Story, StoryId, StoryNote } from '../model.ts';
import { type Chronicle, chronicle } from './chronicle.ts';
import { identity, lineage, nameOf } from './companies.ts';
import { matches } from './matches.ts';
import { notes } from './notes.ts';
import type { Between, CompanyTimeline, Page, Period, StoryFilter, Trends } from './queries.ts';
import { searchIndex } from './searchIndex.ts';
import { between, companyTimeline } from './timeline.ts';
import { trends } from './trends.ts';

/** All remembered stories, indexed in memory; derived from the stories shelf at start. */
export interface Archive {
  /** Adds a story or replaces the version of it that was there. */
  put(story: Story): void;
  /** Lets go of what was first told before an instant. */
  forget(before: number): void;
  size(): number;
  /** Of a story that was merged into another, that one. */
  get(id: StoryId): Story | undefined;
  withArticle(id: ArticleId): Story | undefined;
  /** Newest first. */
  latest(query: StoryFilter & Page): readonly Story[];
  /** Best match first; words may be beginnings of words, misspelt, or Chinese and Japanese without spaces. */
  search(words: string, query: StoryFilter & Page): readonly Story[];
  /** Undefined when nothing was told of it. */
  company(name: string): CompanyTimeline | undefined;
  /** Names that companies are known by and that begin so, those with most stories first. */
  companies(beginning: string, count: number): readonly string[];
  between(a: string, b: string): Between;
  trends(period: Period, count: number): Trends;
  /** What is noteworthy of a story, given what was told before it. */
  notes(story: Story): readonly StoryNote[];
  /** Oldest first. */
  all(): readonly Story[];
}

const always = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

export function archive(stories: Iterable<Story> = []): Archive {
  const all = chronicle();
  const byId = new Map<StoryId, Story>();
  /** What became of stories that were found to be others. */
  const merged = new Map<StoryId, StoryId>();
  const byArticle = new Map<ArticleId, StoryId>();
  /** A story stands with each of its companies, and with those they belong to. */
  const byCompany = new Map<string, Chronicle>();
  /** What readers know each of them by. */
  const names = new Map<string, string>();
  const index = searchIndex();

  const of = (company: string): readonly Story[] =>
    byCompany.get(identity(company))?.between(...always) ?? [];

  function put(story: Story): void {
    const before = byId.get(story.id);
    if (before) takeOut(before);
    if (story.mergedInto !== undefined) {
      byId.delete(story.id);
      index.remove(story.id);
      merged.set(story.id, story.mergedInto);
      return;
    }
    merged.delete(story.id);
    for (const key of companiesOf(story)) {
      const own = byCompany.get(key) ?? chronicle();
      own.put(story);
      byCompany.set(key, own);
    }
    for (const name of story.partners) names.set(identity(name), nameOf(name));
    all.put(story);
    byId.set(story.id, story);
    for (const { article } of story.sources) byArticle.set(article, story.id);
    index.put(story);
  }

  function get(id: StoryId): Story | undefined {
    let at = id;
    for (let into = merged.get(at); into !== undefined; into = merged.get(at)) at = into;
    return byId.get(at);
  }

  function takeOut(story: Story): void {
    for (const key of companiesOf(story)) {
      const own = byCompany.get(key);
      own?.remove(story);
      if (own?.size() === 0) byCompany.delete(key);
    }
    all.remove(story);
  }

  function forget(before: number): void {
    for (const story of all.between(Number.NEGATIVE_INFINITY, before)) {
      takeOut(story);
      for (const { article } of story.sources) byArticle.delete(article);
      byId.delete(story.id);
      index.remove(story.id);
    }
    for (const [from, into] of merged) if (!byId.has(into) && !merged.has(into)) merged.delete(from);
    for (const key of names.keys()) if (!byCompany.has(key)) names.delete(key);
  }

  /** The stories a filter lets through, newest first, found one by one. */
  function* filtered(filter: StoryFilter): Generator<Story> {
    const some = filter.company === undefined ? all : byCompany.get(identity(filter.company));
    for (const story of some?.newestFirst(filter.until) ?? []) {
      if (filter.since !== undefined && story.firstSeenAt < filter.since) return;
      if (matches(story, filter)) yield story;
    }
  }

  // In order of time, each is put at the end.
  for (const story of [...stories].toSorted((a, b) => a.firstSeenAt - b.firstSeenAt)) put(story);
  return {
    put,
    forget,
    size: all.size,
    get,
    withArticle: (id) => byId.get(byArticle.get(id) ?? ('' as StoryId)),
    latest: ({ count, skip = 0, ...filter }) => filtered(filter).drop(skip).take(count).toArray(),
    search: (words, { count, skip = 0, ...filter }) =>
      index
        .search(words)
        .flatMap((id) => byId.get(id) ?? [])
        .filter((story) => matches(story, filter))
        .slice(skip, skip + count),
    company: (name) => companyTimeline(name, of(name)),
    companies(beginning, count) {
      const wanted = beginning.trim().toLowerCase();
      const begins = names.entries().filter(([, name]) => name.toLowerCase().startsWith(wanted));
      return [...begins]
        .toSorted(([a], [b]) => (byCompany.get(b)?.size() ?? 0) - (byCompany.get(a)?.size() ?? 0))
        .slice(0, count)
        .map(([, name]) => name);
    },
    between: (a, b) => between(a, b, of(a)),
    trends: (period, count) =>
      trends(all.between(2 * period.since - period.until, period.until), period, count),
    notes: (story) => notes(story, of),
    all: () => all.between(...always),
  };
}

const companiesOf = ({ partners }: Story): Set<string> => new Set(partners.flatMap(lineage));
