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

/** A labelled item with all that can be seen in it, so that several trainings look once. */
export interface Observed {
  readonly item: Labelled;
  readonly features: readonly string[];
  readonly manner: readonly string[];
  readonly partners: readonly Example[];
}

export function observed(item: Labelled): Observed {
  const reading = read(item);
  return {
    item,
    features: [...features(reading), ...taught(item)],
    manner: item.label === 'no' ? [] : manner(reading),
    // Lessons make names plainer than feeds do: learnt from them, partners were chosen worse.
    partners: isLesson(item) ? [] : partnerExamples(item, reading),
  };
}

/** Learns all models from labelled items; the same items in the same order give the same bits. */
export function train(items: readonly Observed[]): Models {
  const examples = items
    .filter(({ item }) => item.label !== 'borderline')
    .map(
      ({ item, features: seen }): Example => ({
        features: seen,
        label: item.label === 'yes' ? 1 : 0,
        weight: isLesson(item) ? lessonWeights.partnership : undefined,
      }),
    );
  const partnerships = items.filter(({ item }) => item.label !== 'no');
  const classes = <Class extends Kind | Stage>(
    names: readonly Class[],
    of: (item: Labelled) => Class | undefined,
  ): ClassWeights<Class> => {
    const judged = partnerships.flatMap(({ item, manner: seen }) => {
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
    partner: fitWeights(
      items.flatMap(({ partners }) => partners),
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
