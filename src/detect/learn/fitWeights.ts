import type { Weights } from '../weights.ts';
import { fitLogistic } from './fitLogistic.ts';

export interface Example {
  readonly features: readonly string[];
  readonly label: 0 | 1;
}

export interface Family {
  /** A feature seen in fewer examples is not learnt. */
  readonly least: number;
  readonly penalty: number;
}

/** Weights smaller than this are left out of the file: together they move no decision. */
const negligible = 0.03;

/** Learns the weight of each feature; `familyOf` says how much a feature is trusted. */
export function fitWeights(examples: readonly Example[], familyOf: (feature: string) => Family): Weights {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const known = [...counts]
    .filter(([feature, count]) => count >= familyOf(feature).least)
    .map(([feature]) => feature)
    .toSorted();
  const index = new Map(known.map((feature, at) => [feature, at]));
  const { bias, weights } = fitLogistic(
    examples.map(({ features, label }) => ({
      features: Int32Array.from(features.flatMap((feature) => index.get(feature) ?? [])),
      label,
    })),
    Float64Array.from(known, (feature) => familyOf(feature).penalty),
  );
  const kept = known
    .map((feature, at) => [feature, rounded(weights[at] ?? 0)] as const)
    .filter(([, weight]) => Math.abs(weight) >= negligible);
  return { bias: rounded(bias), weights: new Map(kept) };
}

/** Four decimals: more would only be noise in the file. */
export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
