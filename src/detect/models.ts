import { readFileSync } from 'node:fs';
import type { Weights } from './weights.ts';

/** Everything that is learnt from labelled items. */
export interface Models {
  readonly partnership: Weights;
}

let shipped: Models | undefined;

/** The reviewed weights that the repository ships; `npm run train` writes them. */
export function shippedModels(): Models {
  shipped ??= { partnership: weightsIn('partnership.json') };
  return shipped;
}

function weightsIn(file: string): Weights {
  return JSON.parse(readFileSync(new URL(`models/${file}`, import.meta.url), 'utf8')) as Weights;
}
