import type { ClassWeights } from '../weights.ts';
import { fitSoftmax } from './fitSoftmax.ts';
import { type Family, known, negligible } from './fitWeights.ts';

export interface ClassExample<Class extends string> {
  readonly features: readonly string[];
  readonly of: Class;
  /** How much it counts; 1 when left out. */
  readonly weight?: number | undefined;
}

/** Learns which class each feature speaks for; `familyOf` says how much a feature is trusted. */
export function fitClasses<Class extends string>(
  classes: readonly Class[],
  examples: readonly ClassExample<Class>[],
  familyOf: (feature: string) => Family,
): ClassWeights<Class> {
  const { features, index } = known(examples, familyOf);
  const fit = fitSoftmax(
    examples.map(({ features: seen, of, weight = 1 }) => ({
      features: Int32Array.from(seen.flatMap((feature) => index.get(feature) ?? [])),
      of: classes.indexOf(of),
      weight,
    })),
    classes.length,
    Float64Array.from(features, (feature) => familyOf(feature).penalty),
  );
  const row = (at: number): number[] =>
    Array.from(fit.slice(at * classes.length, (at + 1) * classes.length), kept);
  return {
    classes,
    bias: row(features.length),
    weights: new Map(
      features
        .map((feature, at) => [feature, row(at)] as const)
        .filter(([, weights]) => weights.some((weight) => weight !== 0)),
    ),
  };
}

/** Hundredths do: a class is chosen by sums of dozens of them. */
const kept = (weight: number): number => (Math.abs(weight) < negligible ? 0 : Math.round(weight * 100) / 100);
