/** A linear model over named features, in log-odds. */
export interface Weights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** One model for each class, against all others. */
export type ClassWeights<Class extends string> = Readonly<Record<Class, Weights>>;

/** What each feature adds; unknown features add nothing and are left out. */
export function contributions({ weights }: Weights, features: readonly string[]): [string, number][] {
  const found: [string, number][] = [];
  for (const feature of features) {
    const weight = weights[feature];
    if (weight !== undefined) found.push([feature, weight]);
  }
  return found;
}

export const logOdds = (bias: number, found: readonly (readonly [string, number])[]): number =>
  found.reduce((sum, [, weight]) => sum + weight, bias);

/** Log-odds → probability. */
export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The class whose model says most; the first of equals. */
export function likeliest<Class extends string>(
  classes: ClassWeights<Class>,
  features: readonly string[],
): Class {
  let best: { readonly name: Class; readonly odds: number } | undefined;
  for (const name of Object.keys(classes) as Class[]) {
    const odds = logOdds(classes[name].bias, contributions(classes[name], features));
    if (!best || odds > best.odds) best = { name, odds };
  }
  if (!best) throw new Error('A model without classes cannot choose one.');
  return best.name;
}
