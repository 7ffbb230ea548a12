import { readFileSync } from 'node:fs';
import type { Kind, Stage } from '../model.ts';
import type { ClassWeights, Weights } from './weights.ts';

/** Everything that is learnt from labelled items. */
export interface Models {
  readonly partnership: Weights;
  /** Makes log-odds honest: probability = 1 / (1 + exp(−(bias + slope × odds))) (Platt 1999). */
  readonly calibration: { readonly bias: number; readonly slope: number };
  /** Whether an organisation that a partnership story names is one of the partners. */
  readonly partner: Weights;
  readonly kind: ClassWeights<Kind>;
  readonly stage: ClassWeights<Stage>;
}

const names = [
  'partnership',
  'calibration',
  'partner',
  'kind',
  'stage',
] as const satisfies readonly (keyof Models)[];

/** Where `npm run train` writes and the bot reads, one JSON file a model. */
export const modelFiles: readonly (readonly [name: keyof Models, file: URL])[] = names.map((name) => [
  name,
  new URL(`models/${name}.json`, import.meta.url),
]);

let shipped: Models | undefined;

/** The reviewed weights that the repository ships. */
export function shippedModels(): Models {
  shipped ??= Object.fromEntries(
    modelFiles.map(([name, file]) => [name, JSON.parse(readFileSync(file, 'utf8')) as unknown]),
  ) as unknown as Models;
  return shipped;
}
