import { minimum, type Slope } from './minimum.ts';

/** One example: which features it has, and what is true of it. */
export interface Row {
  readonly features: Int32Array;
  /** What each feature is worth, as many as `features`; 1 when left out. */
  readonly values?: Float64Array;
  readonly label: 0 | 1;
  /** How many examples it stands for; 1 when left out. */
  readonly weight?: number;
}

export interface Fit {
  readonly bias: number;
  readonly weights: Float64Array;
}

/**
 * L2-regularised logistic regression.
 * Deterministic: the same rows in the same order give the same bits.
 * @param penalty per feature; larger keeps its weight nearer to zero.
 */
export function fitLogistic(rows: readonly Row[], penalty: Float64Array, rounds = 120): Fit {
  const size = penalty.length;
  const point = minimum((at) => lossAt(rows, penalty, at), size + 1, rounds);
  return { bias: point[size] ?? 0, weights: point.slice(0, size) };
}

function lossAt(rows: readonly Row[], penalty: Float64Array, point: Float64Array): Slope {
  const last = penalty.length;
  const gradient = new Float64Array(last + 1);
  let loss = 0;
  for (const { features, values, label, weight = 1 } of rows) {
    let z = point[last] ?? 0;
    for (let at = 0; at < features.length; at += 1)
      z += (point[features[at] ?? last] ?? 0) * (values?.[at] ?? 1);
    const margin = label === 1 ? z : -z;
    loss += weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
    const error = weight * (1 / (1 + Math.exp(-z)) - label);
    for (let at = 0; at < features.length; at += 1) {
      const feature = features[at] ?? last;
      gradient[feature] = (gradient[feature] ?? 0) + error * (values?.[at] ?? 1);
    }
    gradient[last] = (gradient[last] ?? 0) + error;
  }
  for (let at = 0; at < last; at += 1) {
    const weight = point[at] ?? 0;
    loss += 0.5 * (penalty[at] ?? 0) * weight * weight;
    gradient[at] = (gradient[at] ?? 0) + (penalty[at] ?? 0) * weight;
  }
  return { loss, gradient };
}
