/** A linear model over named features, in log-odds. */
export interface Weights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** What each feature adds; unknown features add nothing and are left out. */
export function contributions({ weights }: Weights, features: readonly string[]): [string, number][] {
  const found: [string, number][] = [];
  for (const feature of features) {
    const weight = weights[feature];
    if (weight !== undefined) found.push([feature, weight]);
  }
  return found;
}

/** Log-odds → probability. */
export const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
