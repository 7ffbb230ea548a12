import type { Article, Finding, Kind, Said, Source, Stage, Story, StoryId } from '../../model.ts';
import { leadLength } from './gist.ts';

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
    sources: [sourceOf(article, finding)],
    firstSeenAt: article.publishedAt,
    ...(article.language === undefined ? {} : { language: article.language }),
    ...(article.image === undefined ? {} : { image: article.image }),
  };
}

/** A story with what another tells of the same event: what most tellings say of partners, kind and stage holds. */
export function join(story: Story, told: Story, identity: (name: string) => string): Story {
  const image = story.image ?? told.image;
  return {
    ...retold(story, [...story.sources, ...told.sources], identity),
    confidence: Math.max(story.confidence, told.confidence),
    firstSeenAt: Math.min(story.firstSeenAt, told.firstSeenAt),
    ...(image === undefined ? {} : { image }),
  };
}

/** A story without what another has told: the opposite of `join`, as far as what was said goes. */
export function part(story: Story, told: Story, identity: (name: string) => string): Story {
  const theirs = new Set(told.sources.map(({ article }) => article));
  const own = story.sources.filter(({ article }) => !theirs.has(article));
  if (own.length === 0) return story;
  return {
    ...retold(story, own, identity),
    firstSeenAt: Math.min(...own.map(({ publishedAt }) => publishedAt)),
  };
}

function retold(story: Story, sources: readonly Source[], identity: (name: string) => string): Story {
  const said = sources.flatMap((source) => source.said ?? []);
  return {
    ...story,
    sources,
    partners: said.length === 0 ? story.partners : agreed(said, identity),
    kind: commonest<Kind>(said.map(({ kind }) => kind)) ?? story.kind,
    stage: commonest<Stage>(said.map(({ stage }) => stage)) ?? story.stage,
  };
}

const sourceOf = (article: Article, { partners, kind, stage }: Finding): Source => {
  const { id, feed, outlet, url, title, publishedAt, text, language } = article;
  return {
    article: id,
    feed,
    outlet,
    url,
    title,
    publishedAt,
    said: {
      lead: text.slice(0, leadLength),
      partners,
      kind,
      stage,
      ...(language === undefined ? {} : { language }),
    },
  };
};

/** The partners that at least half of the tellings name, in the spelling that came first; all of them when none is agreed on. */
function agreed(said: readonly Said[], identity: (name: string) => string): string[] {
  const counted = new Map<string, { readonly name: string; count: number }>();
  for (const { partners } of said) {
    for (const [key, name] of new Map(partners.toReversed().map((one) => [identity(one), one]))) {
      const known = counted.get(key);
      if (known) known.count += 1;
      else counted.set(key, { name, count: 1 });
    }
  }
  const names = [...counted.values()];
  const most = names.filter(({ count }) => count * 2 >= said.length);
  return (most.length >= 2 ? most : names).map(({ name }) => name);
}

/** The first of the commonest. */
function commonest<Value>(values: readonly Value[]): Value | undefined {
  const counts = Map.groupBy(values, (value) => value);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
