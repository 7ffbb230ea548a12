import { type Kind, kinds, type Stage, stages } from '../../model.ts';
import { features } from '../features.ts';
import type { Labelled } from '../labelled.ts';
import { manner } from '../manner.ts';
import type { Models } from '../models.ts';
import { candidates } from '../partners/candidates.ts';
import { partnerKey } from '../partners/partnerKey.ts';
import { type Reading, read } from '../read/read.ts';
import type { ClassWeights } from '../weights.ts';
import { calibrate } from './calibrate.ts';
import { fitClasses } from './fitClasses.ts';
import { type Example, fitWeights } from './fitWeights.ts';
import { familyOf, mannerFamilyOf, partnerFamilyOf } from './families.ts';

/** Learns all models from labelled items; the same items in the same order give the same bits. */
export function train(items: readonly Labelled[]): Models {
  const readings = items.map((item) => ({ item, reading: read(item) }));
  const learnt = readings
    .filter(({ item }) => item.label !== 'borderline')
    .map(({ item, reading }) => ({ item, features: features(reading) }));
  const examples = learnt.map(
    ({ item, features: seen }): Example => ({ features: seen, label: item.label === 'yes' ? 1 : 0 }),
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
      return is === undefined ? [] : [{ features: seen, of: is }];
    });
    return fitClasses(names, judged, mannerFamilyOf);
  };
  return {
    partnership: fitWeights(examples, familyOf),
    calibration: calibrate(examples, familyOf),
    partner: fitWeights(
      readings.flatMap(({ item, reading }) => partnerExamples(item, reading)),
      partnerFamilyOf,
    ),
    kind: classes(kinds, ({ kind }) => kind),
    stage: classes(stages, ({ stage }) => stage),
  };
}

/** Each organisation named in a partnership story, and whether the readers hold it for a partner. */
function partnerExamples({ label, partners = [] }: Labelled, reading: Reading): Example[] {
  if (label === 'no') return [];
  const wanted = new Set(partners.map(partnerKey));
  return candidates(reading).map(({ name, features: seen }) => ({
    features: seen,
    label: wanted.has(partnerKey(name)) ? 1 : 0,
  }));
}
