import type { Finding, Reason } from '../model.ts';
import { evidence } from './evidence.ts';
import { features } from './features.ts';
import { manner } from './manner.ts';
import { type Models, shippedModels } from './models.ts';
import { partnersOf } from './partners/partnersOf.ts';
import { type Detectable, read } from './read/read.ts';
import { knownRuns } from './runs.ts';
import { contributions, likeliest, probability } from './weights.ts';

/** More of what spoke for and against than anybody reads. */
const mostReasons = 12;
/** From here on an article is worth telling. */
const leastConfidence = 0.5;
/** Below, nobody asks who and how: most articles of most feeds. */
const remote = 0.2;

/** What an article says of a partnership, by the reviewed weights that the repository ships. */
export function detect(article: Detectable): Finding {
  shipped ??= detectWith(shippedModels());
  return shipped(article);
}

let shipped: ((article: Detectable) => Finding) | undefined;

/** The same by other weights. */
export function detectWith(models: Models): (article: Detectable) => Finding {
  const { partnership, calibration, partner } = models;
  const vocabulary = knownRuns(partnership.weights.keys());
  return (article) => {
    const reading = read(article);
    const found = contributions(partnership, features(reading, vocabulary));
    const odds = found.reduce((sum, [, weight]) => sum + weight, partnership.bias);
    const confidence = probability(calibration.bias + calibration.slope * odds);
    const near = confidence >= remote;
    const how = near ? manner(reading) : [];
    return {
      partnership: confidence >= leastConfidence,
      confidence,
      partners: near ? partnersOf(reading, partner) : [],
      kind: near ? likeliest(models.kind, how) : 'other',
      stage: near ? likeliest(models.stage, how) : 'announced',
      ...evidence(article, reading),
      reasons: reasons(found),
    };
  };
}

/** The strongest, without sorting them all: this runs for every article. */
function reasons(found: readonly [feature: string, weight: number][]): Reason[] {
  const strongest: Reason[] = [];
  for (const [feature, weight] of found) {
    let at = strongest.length;
    while (at > 0 && Math.abs(strongest[at - 1]?.weight ?? 0) < Math.abs(weight)) at -= 1;
    if (at === mostReasons) continue;
    strongest.splice(at, 0, { feature, weight });
    if (strongest.length > mostReasons) strongest.pop();
  }
  return strongest;
}
