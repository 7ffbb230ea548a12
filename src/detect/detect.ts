import type { Finding } from '../model.ts';
import { evidence } from './evidence.ts';
import { features } from './features.ts';
import { type Models, shippedModels } from './models.ts';
import { partnersOf } from './partners/partnersOf.ts';
import { type Detectable, read } from './read/read.ts';
import { contributions, likeliest, logOdds, probability } from './weights.ts';

/** More of what spoke for and against than anybody reads. */
const mostReasons = 12;

/** What an article says of a partnership, by the reviewed weights that the repository ships. */
export function detect(article: Detectable): Finding {
  return detectWith(shippedModels())(article);
}

/** The same by other weights. */
export function detectWith({
  partnership,
  calibration,
  partner,
  kind,
  stage,
}: Models): (article: Detectable) => Finding {
  return (article) => {
    const reading = read(article);
    const seen = features(reading);
    const found = contributions(partnership, seen);
    const confidence = probability(calibration.bias + calibration.slope * logOdds(partnership.bias, found));
    return {
      partnership: confidence >= 0.5,
      confidence,
      partners: partnersOf(reading, partner),
      kind: likeliest(kind, seen),
      stage: likeliest(stage, seen),
      ...evidence(article, reading),
      reasons: found
        .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
        .slice(0, mostReasons)
        .map(([feature, weight]) => ({ feature, weight })),
    };
  };
}
