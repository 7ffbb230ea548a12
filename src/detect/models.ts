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

/** Where `npm run train` writes and the bot reads: one line a weight, so that a change can be reviewed. */
export const modelsFolder = new URL('models/', import.meta.url);

let shipped: Models | undefined;

/** The reviewed weights that the repository ships. */
export function shippedModels(): Models {
  shipped ??= modelsFrom((file) => readFileSync(new URL(file, modelsFolder), 'utf8'));
  return shipped;
}

/** The models as files, by name; `modelsFrom` reads them back. */
export function modelFiles({ partnership, calibration, partner, kind, stage }: Models): [string, string][] {
  return [
    ['partnership.json', written(partnership)],
    ['calibration.json', `${JSON.stringify(calibration)}\n`],
    ['partner.json', written(partner)],
    ['kind.json', written(kind)],
    ['stage.json', written(stage)],
  ];
}

function modelsFrom(file: (name: string) => string): Models {
  let kind: Models['kind'] | undefined;
  let stage: Models['stage'] | undefined;
  return {
    partnership: parsed(file('partnership.json')) as Weights,
    calibration: JSON.parse(file('calibration.json')) as Models['calibration'],
    partner: parsed(file('partner.json')) as Weights,
    // Read when the first article comes that may be a partnership.
    get kind() {
      return (kind ??= parsed(file('kind.json')) as Models['kind']);
    },
    get stage() {
      return (stage ??= parsed(file('stage.json')) as Models['stage']);
    },
  };
}

/** JSON, because Node reads it several times faster than any code of ours; a line a feature, because people read it too. */
function written({ weights, ...rest }: Weights | ClassWeights<string>): string {
  const lines = [...weights].map((entry) => JSON.stringify(entry));
  return `${JSON.stringify({ ...rest, weights: null }).slice(0, -'null}'.length)}[\n${lines.join(',\n')}\n]}\n`;
}

function parsed(text: string): Weights | ClassWeights<string> {
  const { weights, ...rest } = JSON.parse(text) as { readonly weights: readonly [string, never][] };
  return { ...rest, weights: new Map(weights) } as unknown as Weights | ClassWeights<string>;
}
