import type { Gist, Weights } from './gist.ts';
import { weigh } from './weigh.ts';

/**
 * How much two tellings look like tellings of one event; from a quarter on, more of them do than don't. The weights are
 * set by hand; `bench/stories.ts` shows that they hold on both halves of the labelled events.
 */
export function likeness(a: Gist, b: Gist): number {
  const days = Math.abs(a.publishedAt - b.publishedAt) / 86_400_000;
  const words = comparable(a, b) ? cosine(a.about, b.about) : acrossLanguages * cosine(a.names, b.names);
  const covers = [covered(a, b), covered(b, a)];
  const amounts = Math.min(2, a.amounts.intersection(b.amounts).size);
  const strangers = Math.max(...covers) < 0.15 ? 0.15 : 0;
  return words + 0.1 * Math.min(...covers) + 0.03 * amounts - 0.09 * Math.log1p(days) - strangers;
}

/** Names alone agree more easily than words do: with nothing but the partners in common, a few days are enough to part. */
const acrossLanguages = 0.35;

/** Whether the two are in one language, so that all their words can be compared. */
const comparable = (a: Gist, b: Gist): boolean =>
  a.language === b.language ||
  (a.language === 'und' && !wide.has(b.language)) ||
  (b.language === 'und' && !wide.has(a.language));

const wide = new Set(['zh', 'ja', 'ko', 'und-wide']);

function cosine(a: Weights, b: Weights): number {
  let product = 0;
  for (const [term, weight] of a) product += weight * (b.get(term) ?? 0);
  return product === 0 ? 0 : product / (norm(a) * norm(b));
}

const norms = new WeakMap<Weights, number>();

function norm(weights: Weights): number {
  const known = norms.get(weights) ?? Math.hypot(...weights.values());
  norms.set(weights, known);
  return known;
}

/** What share of the partners of one telling the other has, as partners or at least as words; names of common words count less. */
function covered(a: Gist, b: Gist): number {
  let all = 0;
  let found = 0;
  for (const [identity, words] of a.partners) {
    const weight = Math.max(0, ...words.map(weigh));
    all += weight;
    found += b.partners.has(identity) ? weight : weight * spokenOf(words, b);
  }
  return all === 0 ? 0.5 : found / all;
}

function spokenOf(words: readonly string[], { about }: Gist): number {
  let all = 0;
  let found = 0;
  for (const word of words) {
    all += weigh(word);
    if (about.has(word)) found += weigh(word);
  }
  return all === 0 ? 0 : found / all;
}
