import type { Weights } from '../weights.ts';
import { fitLogistic } from './fitLogistic.ts';

export interface Example {
  readonly features: readonly string[];
  readonly label: 0 | 1;
  /** How much it counts; 1 when left out. */
  readonly weight?: number | undefined;
}

export interface Family {
  /** A feature seen in fewer examples is not learnt. */
  readonly least: number;
  readonly penalty: number;
}

/** Weights smaller than this are left out of the file: together they move no decision. */
export const negligible = 0.03;

/** Learns the weight of each feature; `familyOf` says how much a feature is trusted. */
export function fitWeights(examples: readonly Example[], familyOf: (feature: string) => Family): Weights {
  const { features: names, index } = known(examples, familyOf);
  const { bias, weights } = fitLogistic(
    examples.map(({ features, label, weight = 1 }) => ({
      features: Int32Array.from(features.flatMap((feature) => index.get(feature) ?? [])),
      label,
      weight,
    })),
    Float64Array.from(names, (feature) => familyOf(feature).penalty),
  );
  const kept = names
    .map((feature, at) => [feature, rounded(weights[at] ?? 0)] as const)
    .filter(([, weight]) => Math.abs(weight) >= negligible);
  return { bias: rounded(bias), weights: new Map(kept) };
}

/** The features that are seen often enough to be learnt, and where each stands among them. */
export function known(
  examples: readonly { readonly features: readonly string[] }[],
  familyOf: (feature: string) => Family,
): { readonly features: readonly string[]; readonly index: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const features = [...counts]
    .filter(([feature, count]) => count >= familyOf(feature).least)
    .map(([feature]) => feature)
    .toSorted();
  return { features, index: new Map(features.map((feature, at) => [feature, at])) };
}

/** Three decimals: more would only be noise in the file. */
export const rounded = (value: number): number => Math.round(value * 1e3) / 1e3;
