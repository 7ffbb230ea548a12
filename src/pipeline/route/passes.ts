import type { Story, Subscription } from '../../model.ts';
import { matchable, passesWords, readWordFilter, type WordFilter } from '../../wordFilter.ts';

const has = <T>(wanted: readonly T[] | undefined, one: T | undefined): boolean =>
  wanted === undefined || wanted.length === 0 || (one !== undefined && wanted.includes(one));

/** Whether a subscription wants a story; `sameCompany` decides over names. */
export const passes = (
  story: Story,
  subscription: Subscription,
  sameCompany: (a: string, b: string) => boolean,
): boolean =>
  story.confidence >= subscription.leastConfidence &&
  has(subscription.kinds, story.kind) &&
  has(subscription.stages, story.stage) &&
  has(subscription.languages, story.language) &&
  story.sources.some(({ feed }) => has(subscription.feeds, feed)) &&
  (subscription.companies.length === 0 ||
    subscription.companies.some((company) =>
      story.partners.some((partner) => sameCompany(company, partner)),
    )) &&
  (subscription.words === undefined || says(story, subscription.words));

function says(story: Story, words: string): boolean {
  const filter = filterOf(words);
  const { headline, summary, partners, sources } = story;
  const text = [headline, summary, ...partners, ...sources.map(({ title }) => title)].join(' . ');
  // What cannot be read any more must not silence a chat.
  return filter === undefined || passesWords(filter, matchable(text));
}

/** Filters that were read already; few are in use, and they are read for every story. */
const known = new Map<string, WordFilter | undefined>();
const mostKnown = 1_000;

function filterOf(words: string): WordFilter | undefined {
  if (known.has(words)) return known.get(words);
  const read = readWordFilter(words);
  const filter = read.ok ? read.filter : undefined;
  if (known.size >= mostKnown) known.clear();
  known.set(words, filter);
  return filter;
}
