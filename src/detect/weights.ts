/** A linear model over named features, in log-odds. */
export interface Weights {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** One model for each class, against all others. */
export type ClassWeights<Class extends string> = Readonly<Record<Class, Weights>>;

/** What each feature adds; unknown features add nothing and are left out. */
export function contributions({ weights }: Weights, features: Iterable<string>): [string, number][] {
  const found: [string, number][] = [];
  for (const feature of features) {
    const weight = weights.get(feature);
    if (weight !== undefined) found.push([feature, weight]);
  }
  return found;
}

export function logOdds({ bias, weights }: Weights, features: Iterable<string>): number {
  let sum = bias;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

/** Log-odds → probability. */
export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The class whose model says most; the first of equals. */
export function likeliest<Class extends string>(
  classes: ClassWeights<Class>,
  features: readonly string[],
): Class {
  let best: { readonly name: Class; readonly odds: number } | undefined;
  for (const name of Object.keys(classes) as Class[]) {
    const odds = logOdds(classes[name], features);
    if (!best || odds > best.odds) best = { name, odds };
  }
  if (!best) throw new Error('A model without classes cannot choose one.');
  return best.name;
}
