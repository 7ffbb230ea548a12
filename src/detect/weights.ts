/** A linear model over named features, in log-odds. */
export interface Weights {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** Linear models learnt against each other, kept as one table: all numbers of a feature stand in the order of `classes`. */
export interface ClassWeights<Class extends string> {
  readonly classes: readonly Class[];
  readonly bias: readonly number[];
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

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
  { classes, bias, weights }: ClassWeights<Class>,
  features: readonly string[],
): Class {
  const odds = [...bias];
  for (const feature of features) {
    const row = weights.get(feature);
    if (row) for (let at = 0; at < odds.length; at += 1) odds[at] = (odds[at] ?? 0) + (row[at] ?? 0);
  }
  const best = classes[odds.indexOf(Math.max(...odds))];
  if (best === undefined) throw new Error('A model without classes cannot choose one.');
  return best;
}
