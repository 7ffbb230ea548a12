import { readFileSync } from 'node:fs';
import { detect } from '../../src/detect/detect.ts';
import { desk } from '../../src/jobs/desk.ts';
import type { Article, ArticleId, FeedId, StoryId } from '../../src/model.ts';

/** An article, and which event it tells by the judgement of people. */
export interface Labelled {
  readonly article: Article;
  readonly event: string;
}

/** Two events that are easily taken for one. */
interface LookAlike {
  readonly a: string;
  readonly b: string;
  readonly kind: 'same-partners' | 'shared-company';
}

export interface Figures {
  readonly articles: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Share of the articles of look-alike events that stand in a story with an article of another event. */
  readonly mixed: number;
  /** Pairs of look-alike events that share no story, of how many. */
  readonly apart: Readonly<Record<LookAlike['kind'], readonly [apart: number, of: number]>>;
}

const jsonLines = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

interface Row {
  readonly key: string;
  readonly group: string;
  readonly feed: string;
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly publishedAt: string;
}

export const readLabelled = (file: string): Labelled[] =>
  (jsonLines(file) as Row[]).map(({ key, group, feed, url, title, description, publishedAt }) => ({
    event: group,
    article: {
      id: key as ArticleId,
      feed: feed as FeedId,
      outlet: feed,
      url,
      title,
      text: description,
      publishedAt: Date.parse(publishedAt),
    },
  }));

export const readLookAlikes = (file: string): LookAlike[] => jsonLines(file) as LookAlike[];

/** Places articles in the order of time; which story each is in. */
export function placed(labelled: readonly Labelled[]): Map<ArticleId, StoryId> {
  const stories = desk();
  const found = new Map<ArticleId, StoryId>();
  for (const { article } of labelled.toSorted((a, b) => a.article.publishedAt - b.article.publishedAt)) {
    const { story } = stories.place(article, detect(article));
    stories.file(story);
    found.set(article.id, story.id);
  }
  return found;
}

/** What people write first: one story for each title, whatever its capitals and punctuation. */
export const placedByTitle = (labelled: readonly Labelled[]): Map<ArticleId, StoryId> =>
  new Map(
    labelled.map(({ article: { id, title } }) => [
      id,
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim() as StoryId,
    ]),
  );

/** B-cubed precision and recall (Bagga & Baldwin 1998), and how look-alikes fare. */
export function figures(
  labelled: readonly Labelled[],
  storyOf: ReadonlyMap<ArticleId, StoryId>,
  lookAlikes: readonly LookAlike[],
): Figures {
  const stories = Map.groupBy(labelled, ({ article }) => storyOf.get(article.id));
  const events = Map.groupBy(labelled, ({ event }) => event);
  const ofStory = (one: Labelled): Labelled[] => stories.get(storyOf.get(one.article.id)) ?? [];
  const right = (one: Labelled): number => ofStory(one).filter(({ event }) => event === one.event).length;
  const mean = (value: (one: Labelled) => number): number =>
    labelled.reduce((sum, one) => sum + value(one), 0) / labelled.length;
  const precision = mean((one) => right(one) / ofStory(one).length);
  const recall = mean((one) => right(one) / (events.get(one.event)?.length ?? 1));

  const alike = new Set(lookAlikes.flatMap(({ a, b }) => [a, b]));
  const risky = labelled.filter(({ event }) => alike.has(event));
  const mixed = risky.filter((one) => ofStory(one).some(({ event }) => event !== one.event));
  const storiesOf = (event: string) =>
    new Set(events.get(event)?.map(({ article }) => storyOf.get(article.id)));
  const apart = (kind: LookAlike['kind']): [number, number] => {
    const pairs = lookAlikes.filter((pair) => pair.kind === kind && events.has(pair.a) && events.has(pair.b));
    return [pairs.filter(({ a, b }) => storiesOf(a).isDisjointFrom(storiesOf(b))).length, pairs.length];
  };
  return {
    articles: labelled.length,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    mixed: mixed.length / Math.max(1, risky.length),
    apart: { 'same-partners': apart('same-partners'), 'shared-company': apart('shared-company') },
  };
}
