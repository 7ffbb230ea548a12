import type { Reading } from '../read/read.ts';
import { logOdds, type Weights } from '../weights.ts';
import { candidates } from './candidates.ts';

const most = 10;
/** It takes two: the likeliest is taken always, the next on less. */
const certain = -0.2;
const likely = -1.5;

/** The organisations that act together, as the article writes them, in order of appearance. */
export function partnersOf(reading: Reading, weights: Weights): string[] {
  const scored = candidates(reading).map(({ name, organisation, features }) => ({
    name,
    organisation,
    odds: logOdds(weights, features),
  }));
  const ranked = scored.toSorted((a, b) => b.odds - a.odds);
  const chosen: typeof ranked = [];
  for (const one of ranked) {
    const least = chosen.length === 0 ? Number.NEGATIVE_INFINITY : chosen.length < 2 ? likely : certain;
    if (one.odds < least || chosen.length === most) break;
    if (!chosen.some(({ organisation }) => overlap(organisation, one.organisation))) chosen.push(one);
  }
  return scored.filter((one) => chosen.includes(one)).map(({ name }) => name);
}

const overlap = (a: string, b: string): boolean => a.startsWith(`${b} `) || b.startsWith(`${a} `);
