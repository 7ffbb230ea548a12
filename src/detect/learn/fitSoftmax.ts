import { minimum, type Slope } from './minimum.ts';

/** One example: which features it has, the class it is of. */
export interface ClassRow {
  readonly features: Int32Array;
  readonly of: number;
  /** How many examples it stands for; 1 when left out. */
  readonly weight?: number;
}

/** Weights by feature, then by class: `weights[feature * classes + class]`; the last feature is the bias. */
export type ClassFit = Float64Array;

/**
 * L2-regularised multinomial logistic regression: all classes are learnt against each other.
 * Deterministic: the same rows in the same order give the same bits.
 * @param penalty per feature; larger keeps its weights nearer to zero.
 */
export function fitSoftmax(
  rows: readonly ClassRow[],
  classes: number,
  penalty: Float64Array,
  rounds = 120,
): ClassFit {
  return minimum((at) => slopeAt(rows, classes, penalty, at), (penalty.length + 1) * classes, rounds);
}

function slopeAt(
  rows: readonly ClassRow[],
  classes: number,
  penalty: Float64Array,
  point: Float64Array,
): Slope {
  const gradient = new Float64Array(point.length);
  let loss = held(penalty, classes, point, gradient);
  const odds = new Float64Array(classes);
  for (const { features, of, weight = 1 } of rows) {
    odds.fill(0);
    for (const feature of features) added(odds, 0, point, feature * classes, classes);
    added(odds, 0, point, penalty.length * classes, classes);
    const top = odds.reduce((a, b) => Math.max(a, b));
    const sum = odds.reduce((all, each) => all + Math.exp(each - top), 0);
    loss += weight * (Math.log(sum) + top - (odds[of] ?? 0));
    const wrong = odds.map((each, at) => weight * (Math.exp(each - top) / sum - (at === of ? 1 : 0)));
    for (const feature of features) added(gradient, feature * classes, wrong, 0, classes);
    added(gradient, penalty.length * classes, wrong, 0, classes);
  }
  return { loss, gradient };
}

/** What the penalties cost; their slope goes into `gradient`. */
function held(penalty: Float64Array, classes: number, point: Float64Array, gradient: Float64Array): number {
  let loss = 0;
  for (let at = 0; at < penalty.length * classes; at += 1) {
    const weight = point[at] ?? 0;
    const cost = penalty[Math.floor(at / classes)] ?? 0;
    loss += 0.5 * cost * weight * weight;
    gradient[at] = cost * weight;
  }
  return loss;
}

function added(to: Float64Array, toFrom: number, from: Float64Array, fromFrom: number, count: number): void {
  for (let at = 0; at < count; at += 1) to[toFrom + at] = (to[toFrom + at] ?? 0) + (from[fromFrom + at] ?? 0);
}
