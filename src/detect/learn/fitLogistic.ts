/** One example: which features it has, and what is true of it. */
export interface Row {
  readonly features: Int32Array;
  /** What each feature is worth, as many as `features`; 1 when left out. */
  readonly values?: Float64Array;
  readonly label: 0 | 1;
}

export interface Fit {
  readonly bias: number;
  readonly weights: Float64Array;
}

const memory = 8;

/**
 * L2-regularised logistic regression by L-BFGS (Nocedal & Wright, Numerical Optimization, §7.2).
 * Deterministic: the same rows in the same order give the same bits.
 * @param penalty per feature; larger keeps its weight nearer to zero.
 */
export function fitLogistic(rows: readonly Row[], penalty: Float64Array, rounds = 120): Fit {
  const size = penalty.length + 1;
  let point: Float64Array = new Float64Array(size);
  let { loss, gradient } = lossAt(rows, penalty, point);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const direction = descent(gradient, steps);
    const slope = dot(direction, gradient);
    if (slope > -1e-9) break;
    let step = steps.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    let next = moved(point, direction, step);
    let at = lossAt(rows, penalty, next);
    while (at.loss > loss + 1e-4 * step * slope && step > 1e-12) {
      step /= 2;
      next = moved(point, direction, step);
      at = lossAt(rows, penalty, next);
    }
    const s = moved(next, point, -1);
    const y = moved(at.gradient, gradient, -1);
    const curvature = dot(s, y);
    if (curvature > 1e-12) steps.push({ s, y, rho: 1 / curvature });
    if (steps.length > memory) steps.shift();
    const gain = loss - at.loss;
    point = next;
    ({ loss, gradient } = at);
    if (gain < 1e-7 * Math.abs(loss)) break;
  }
  return { bias: point[size - 1] ?? 0, weights: point.slice(0, size - 1) };
}

function lossAt(rows: readonly Row[], penalty: Float64Array, point: Float64Array) {
  const last = penalty.length;
  const gradient = new Float64Array(last + 1);
  let loss = 0;
  for (const { features, values, label } of rows) {
    let z = point[last] ?? 0;
    for (let at = 0; at < features.length; at += 1)
      z += (point[features[at] ?? last] ?? 0) * (values?.[at] ?? 1);
    const margin = label === 1 ? z : -z;
    loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    const error = 1 / (1 + Math.exp(-z)) - label;
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

function descent(
  gradient: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
) {
  let q: Float64Array = gradient.map((value) => -value);
  const alphas: number[] = [];
  for (const { s, y, rho } of steps.toReversed()) {
    const alpha = rho * dot(s, q);
    alphas.push(alpha);
    q = moved(q, y, -alpha);
  }
  const newest = steps.at(-1);
  if (newest) {
    const scale = 1 / (newest.rho * dot(newest.y, newest.y));
    q = q.map((value) => value * scale);
  }
  for (const { s, y, rho } of steps) {
    const alpha = alphas.pop() ?? 0;
    q = moved(q, s, alpha - rho * dot(y, q));
  }
  return q;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function moved(from: Float64Array, along: Float64Array, by: number): Float64Array {
  return from.map((value, at) => value + by * (along[at] ?? 0));
}
