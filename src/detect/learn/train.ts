import { type Kind, kinds, type Stage, stages } from '../../model.ts';
import { features } from '../features.ts';
import type { Labelled } from '../labelled.ts';
import { manner } from '../manner.ts';
import type { Models } from '../models.ts';
import { candidates } from '../partners/candidates.ts';
import { partnerKey } from '../partners/partnerKey.ts';
import { type Reading, read } from '../read/read.ts';
import type { ClassWeights, Weights } from '../weights.ts';
import { calibrate } from './calibrate.ts';
import { fitClasses } from './fitClasses.ts';
import { type Example, fitWeights } from './fitWeights.ts';
import { familyOf, mannerFamilyOf, partnerFamilyOf } from './families.ts';

/** What a lesson counts for beside an item as feeds bring it: it is written to teach, and by fewer hands. */
const lessonWeights = { partnership: 0.2, manner: 0.7 } as const;

/** Learns all models from labelled items; the same items in the same order give the same bits. */
export function train(items: readonly Labelled[]): Models {
  const readings = items.map((item) => ({ item, reading: read(item) }));
  const learnt = readings
    .filter(({ item }) => item.label !== 'borderline')
    .map(({ item, reading }) => ({ item, features: [...features(reading), ...taught(item)] }));
  const examples = learnt.map(
    ({ item, features: seen }): Example => ({
      features: seen,
      label: item.label === 'yes' ? 1 : 0,
      weight: isLesson(item) ? lessonWeights.partnership : undefined,
    }),
  );
  const partnerships = readings
    .filter(({ item }) => item.label !== 'no')
    .map(({ item, reading }) => ({ item, features: manner(reading) }));
  const classes = <Class extends Kind | Stage>(
    names: readonly Class[],
    of: (item: Labelled) => Class | undefined,
  ): ClassWeights<Class> => {
    const judged = partnerships.flatMap(({ item, features: seen }) => {
      const is = of(item);
      return is === undefined
        ? []
        : [
            {
              features: seen,
              of: is,
              weight: isLesson(item) ? lessonWeights.manner : undefined,
            },
          ];
    });
    return fitClasses(names, judged, mannerFamilyOf);
  };
  return {
    partnership: withoutTaught(fitWeights(examples, familyOf)),
    calibration: calibrate(examples, familyOf),
    // Lessons make names plainer than feeds do: learnt from them, partners were chosen worse.
    partner: fitWeights(
      readings.flatMap(({ item, reading }) => (isLesson(item) ? [] : partnerExamples(item, reading))),
      partnerFamilyOf,
    ),
    kind: classes(kinds, ({ kind }) => kind),
    stage: classes(stages, ({ stage }) => stage),
  };
}

const isLesson = ({ sample }: Labelled): boolean => sample === 'lesson';
const taughtFeature = 'taught';

/** How much likelier lessons are to be partnerships is learnt apart, as it is true of no feed. */
const taught = (item: Labelled): string[] =>
  isLesson(item) ? [taughtFeature, `${taughtFeature} ${item.language}`] : [];

const withoutTaught = ({ bias, weights }: Weights): Weights => ({
  bias,
  weights: new Map([...weights].filter(([feature]) => !feature.startsWith(taughtFeature))),
});

/** Each organisation named in a partnership story, and whether the readers hold it for a partner. */
function partnerExamples({ label, partners = [] }: Labelled, reading: Reading): Example[] {
  if (label === 'no') return [];
  const wanted = new Set(partners.map(partnerKey));
  return candidates(reading).map(({ name, features: seen }) => ({
    features: seen,
    label: wanted.has(partnerKey(name)) ? 1 : 0,
  }));
}
