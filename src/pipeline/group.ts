import type { Source, Story } from '../model.ts';
import { type Gist, gist } from './group/gist.ts';
import { likeness } from './group/likeness.ts';

export type Grouping = { readonly is: 'joins'; readonly story: Story } | { readonly is: 'starts' };

/** How long after (or before) it was last told a story is still the same news. */
export const groupingWindowMs = 14 * 86_400_000;

/** The likeness from which on an article joins a story. */
const enough = 0.25;

type Identity = (name: string) => string;

/** Decides whether an article, begun as a story, tells one of the candidates or stays its own. */
export function group({ sources }: Story, candidates: readonly Story[], identity: Identity): Grouping {
  const [telling] = sources;
  if (!telling) return { is: 'starts' };
  const told = gistOf(telling, identity);
  let best: Story | undefined;
  let bestLikeness = enough;
  for (const story of candidates) {
    const found = likenessTo(story, told, identity);
    if (found >= bestLikeness) [best, bestLikeness] = [story, found];
  }
  return best ? { is: 'joins', story: best } : { is: 'starts' };
}

/**
 * The best match among a story's tellings and their average: by the best alone, stories grow into chains of
 * neighbours; by the average alone, a short headline never finds home.
 */
function likenessTo(story: Story, told: Gist, identity: Identity): number {
  const found = compared(story.sources).map((source) => likeness(told, gistOf(source, identity)));
  const average = found.reduce((sum, one) => sum + one, 0) / found.length;
  return bestCounts * Math.max(...found) + (1 - bestCounts) * average;
}

const bestCounts = 0.4;
const firstCompared = 4;
const lastCompared = 8;

/** A bound on the work that a story told a hundred times makes. */
const compared = (sources: readonly Source[]): readonly Source[] =>
  sources.length <= firstCompared + lastCompared
    ? sources
    : [...sources.slice(0, firstCompared), ...sources.slice(-lastCompared)];

const gists = new WeakMap<Source, Gist>();

/** What a source is about, worked out once. */
export function gistOf(source: Source, identity: Identity): Gist {
  const known = gists.get(source);
  if (known) return known;
  const { title, publishedAt, said } = source;
  const { lead = '', partners = [], language } = said ?? {};
  const found = gist(
    { title, lead, partners, publishedAt, ...(language === undefined ? {} : { language }) },
    identity,
  );
  gists.set(source, found);
  return found;
}
