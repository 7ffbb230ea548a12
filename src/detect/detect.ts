import type { Finding, Reason } from '../model.ts';
import { evidence } from './evidence.ts';
import { features } from './features.ts';
import { manner } from './manner.ts';
import { type Models, shippedModels } from './models.ts';
import { partnersOf } from './partners/partnersOf.ts';
import { type Detectable, read } from './read/read.ts';
import { contributions, likeliest, probability } from './weights.ts';

/** More of what spoke for and against than anybody reads. */
const mostReasons = 12;
/** From here on an article is worth telling. */
const leastConfidence = 0.5;
/** Below, nobody asks who and how: most articles of most feeds. */
const remote = 0.2;

/** What an article says of a partnership, by the reviewed weights that the repository ships. */
export function detect(article: Detectable): Finding {
  return detectWith(shippedModels())(article);
}

/** The same by other weights. */
export function detectWith(models: Models): (article: Detectable) => Finding {
  const { partnership, calibration, partner } = models;
  return (article) => {
    const reading = read(article);
    const seen = features(reading);
    const found = contributions(partnership, seen);
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

function reasons(found: readonly [feature: string, weight: number][]): Reason[] {
  return found
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, mostReasons)
    .map(([feature, weight]) => ({ feature, weight }));
}
