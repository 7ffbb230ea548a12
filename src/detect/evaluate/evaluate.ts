import { detectWith } from '../detect.ts';
import type { Labelled } from '../labelled.ts';
import { train } from '../learn/train.ts';
import { shippedModels } from '../models.ts';
import type { Judged } from './figures.ts';

/**
 * Judges every item. With folds, each item is judged by what was learnt from the other folds alone;
 * otherwise by the shipped weights.
 */
export function evaluate(items: readonly Labelled[], folds?: number): Judged[] {
  if (folds === undefined) return judged(items, detectWith(shippedModels()));
  return Array.from({ length: folds }, (_, fold) => {
    const rest = items.filter(({ key }) => foldOf(key, folds) !== fold);
    const held = items.filter(({ key }) => foldOf(key, folds) === fold);
    return judged(held, detectWith(train(rest)));
  }).flat();
}

const judged = (items: readonly Labelled[], detect: ReturnType<typeof detectWith>): Judged[] =>
  items.map((item) => ({ item, finding: detect(item) }));

/** FNV-1a, so that an item stays in its fold whatever else is in the file. */
function foldOf(key: string, folds: number): number {
  let hash = 0x811c9dc5;
  for (const unit of key) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % folds;
}
