import { logOdds } from '../weights.ts';
import { fitLogistic } from './fitLogistic.ts';
import { type Example, type Family, fitWeights, rounded } from './fitWeights.ts';

const folds = 4;

/** Platt's scaling, learnt from what models say of examples that they have not seen, lessons left out. */
export function calibrate(
  examples: readonly Example[],
  familyOf: (feature: string) => Family,
): { readonly bias: number; readonly slope: number } {
  const scored = Array.from({ length: folds }, (_, fold) => {
    const model = fitWeights(
      examples.filter(({ weight }, at) => at % folds !== fold || weight !== undefined),
      familyOf,
    );
    return examples
      .filter(({ weight }, at) => at % folds === fold && weight === undefined)
      .map(({ features, label }) => ({ odds: logOdds(model, features), label }));
  }).flat();
  const { bias, weights } = fitLogistic(
    scored.map(({ odds, label }) => ({
      features: Int32Array.of(0),
      values: Float64Array.of(odds),
      label,
    })),
    Float64Array.of(0),
  );
  return { bias: rounded(bias), slope: rounded(weights[0] ?? 1) };
}
