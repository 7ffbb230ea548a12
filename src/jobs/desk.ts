import type { Article, Finding, Story } from '../model.ts';
import { gistOf, group, groupingWindowMs } from '../pipeline/group.ts';
import { begin, join } from '../pipeline/group/grow.ts';
import { lookups } from '../pipeline/group/lookups.ts';
import { summarize } from '../pipeline/summarize.ts';
import type { Archive } from '../stories/archive.ts';
import { house } from '../stories/companies.ts';
import { recent } from '../stories/recent.ts';

/** Where articles meet the stories that they may belong to. */
export interface Desk {
  /** The story with the article in it: one that it joins, or a new one; nothing is filed yet. */
  place(article: Article, finding: Finding): Placed;
  /** Lets later articles find the story. */
  file(story: Story): void;
  /** Clears away the stories that no article of this instant or later can join, and returns them. */
  clear(at: number): readonly Story[];
}

/** So many of a story's latest tellings are enough to find it by. */
const filedBy = 4;

export interface Placed {
  readonly is: 'told' | 'joined';
  readonly story: Story;
}

const keys = ({ sources }: Story): readonly string[] =>
  sources.slice(-filedBy).flatMap((source) => lookups(gistOf(source, house)));

/** A desk with what an archive has of the last weeks. */
export const deskOf = (archive: Pick<Archive, 'latest'>, now: number): Desk =>
  desk(archive.latest({ since: now - 2 * groupingWindowMs, count: Number.POSITIVE_INFINITY }));

/** @param remembered the stories it starts with, newest first. */
export function desk(remembered: readonly Story[] = []): Desk {
  const stories = recent(groupingWindowMs);
  for (const story of remembered.toReversed()) stories.put(story, keys(story));
  return {
    place(article, finding) {
      const told = begin(article, finding, summarize(article, finding));
      const grouping = group(told, stories.near(keys(told), article.publishedAt), house);
      return grouping.is === 'joins'
        ? { is: 'joined', story: join(grouping.story, told, house) }
        : { is: 'told', story: told };
    },
    file: (story) =>
      story.mergedInto === undefined ? stories.put(story, keys(story)) : stories.drop(story.id),
    clear: (at) => stories.forget(at - groupingWindowMs),
  };
}
