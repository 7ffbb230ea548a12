/** A function's value at a point, and where it rises. */
export interface Slope {
  readonly loss: number;
  readonly gradient: Float64Array;
}

const memory = 8;

/**
 * Where a smooth convex function is least, from zero on, by L-BFGS (Nocedal & Wright, Numerical Optimization, §7.2).
 * Deterministic: the same function gives the same bits.
 */
export function minimum(slopeAt: (point: Float64Array) => Slope, size: number, rounds: number): Float64Array {
  let point: Float64Array = new Float64Array(size);
  let { loss, gradient } = slopeAt(point);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const direction = descent(gradient, steps);
    const slope = dot(direction, gradient);
    if (slope > -1e-9) break;
    let step = steps.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    let next = moved(point, direction, step);
    let at = slopeAt(next);
    while (at.loss > loss + 1e-4 * step * slope && step > 1e-12) {
      step /= 2;
      next = moved(point, direction, step);
      at = slopeAt(next);
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
  return point;
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
