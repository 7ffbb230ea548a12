import { detectWith } from '../detect.ts';
import type { Labelled } from '../labelled.ts';
import { lessons } from '../learn/lessons.ts';
import { observed, train } from '../learn/train.ts';
import { shippedModels } from '../models.ts';
import type { Judged } from './figures.ts';

export interface CrossValidation {
  readonly folds: number;
  /** Learnt from as well, but not judged; articles of the event that a judged item tells of are left out. */
  readonly also: readonly Labelled[];
}

/**
 * Judges every item. When cross-validated, each item is judged by what was learnt from the other folds alone;
 * otherwise by the shipped weights.
 */
export function evaluate(items: readonly Labelled[], crossed?: CrossValidation): Judged[] {
  if (!crossed) return judged(items, detectWith(shippedModels()));
  const { folds, also } = crossed;
  const taught = lessons().map(observed);
  const keys = new Set(items.map(({ key }) => key));
  const events = new Map(also.map(({ key, group }) => [key, group]));
  const learnt = [...items, ...also.filter(({ key }) => !keys.has(key))].map(observed);
  return Array.from({ length: folds }, (_, fold) => {
    const held = items.filter(({ title }) => foldOf(title, folds) === fold);
    if (held.length === 0) return [];
    const told = new Set(held.map(({ key }) => events.get(key)));
    const rest = learnt.filter(
      ({ item: { title, group } }) =>
        foldOf(title, folds) !== fold && (group === undefined || !told.has(group)),
    );
    return judged(held, detectWith(train([...rest, ...taught])));
  }).flat();
}

const judged = (items: readonly Labelled[], detect: ReturnType<typeof detectWith>): Judged[] =>
  items.map((item) => ({ item, finding: detect(item) }));

/** How much of a title tells it from others: outlets add their names at the end. */
const tellingLetters = 40;

/** FNV-1a over the title, so that the same story told twice is never learnt from and judged. */
function foldOf(title: string, folds: number): number {
  const letters = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, tellingLetters);
  let hash = 0x811c9dc5;
  for (const unit of letters) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % folds;
}
