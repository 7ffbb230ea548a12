import type { Story } from '../model.ts';
import { isMeant } from './companies.ts';
import type { StoryFilter } from './queries.ts';

/** Whether a story is one of those a filter means. */
export function matches(story: Story, filter: StoryFilter): boolean {
  const { company, kinds, stages, languages, feeds, leastConfidence, since, until } = filter;
  return (
    oneOf(kinds, story.kind) &&
    oneOf(stages, story.stage) &&
    (isEmpty(languages) || (story.language !== undefined && oneOf(languages, story.language))) &&
    (isEmpty(feeds) || story.sources.some(({ feed }) => oneOf(feeds, feed))) &&
    story.confidence >= (leastConfidence ?? 0) &&
    story.firstSeenAt >= (since ?? Number.NEGATIVE_INFINITY) &&
    story.firstSeenAt < (until ?? Number.POSITIVE_INFINITY) &&
    (company === undefined || story.partners.some((name) => isMeant(company, name)))
  );
}

const isEmpty = (list: readonly unknown[] | undefined): boolean => list === undefined || list.length === 0;

const oneOf = <Value>(list: readonly Value[] | undefined, value: Value): boolean =>
  list === undefined || list.length === 0 || list.includes(value);
