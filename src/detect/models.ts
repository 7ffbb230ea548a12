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
    ['partnership.tsv', written(partnership)],
    ['calibration.tsv', `bias\t${calibration.bias}\nslope\t${calibration.slope}\n`],
    ['partner.tsv', written(partner)],
    ['kind.tsv', table(kind)],
    ['stage.tsv', table(stage)],
  ];
}

function modelsFrom(file: (name: string) => string): Models {
  const weights = (name: string): Weights => readWeights(file(`${name}.tsv`));
  let kind: Models['kind'] | undefined;
  let stage: Models['stage'] | undefined;
  const calibration = rows(file('calibration.tsv'));
  return {
    partnership: weights('partnership'),
    calibration: { bias: calibration.get('bias') ?? 0, slope: calibration.get('slope') ?? 1 },
    partner: weights('partner'),
    // Read when the first article comes that may be a partnership.
    get kind() {
      return (kind ??= readTable<Kind>(file('kind.tsv')));
    },
    get stage() {
      return (stage ??= readTable<Stage>(file('stage.tsv')));
    },
  };
}

/** The name that no feature has. */
const biasName = 'bias';

const written = ({ bias, weights }: Weights): string =>
  [[biasName, bias] as const, ...weights].map(([feature, weight]) => `${feature}\t${weight}\n`).join('');

/** A column a class; an empty field is no weight. */
function table({ classes, bias, weights }: ClassWeights<string>): string {
  const all: readonly (readonly [string, readonly number[]])[] = [[biasName, bias], ...weights];
  return [
    ['feature', ...classes].join('\t'),
    ...all.map(([feature, row]) => [feature, ...row.map((weight) => weight || '')].join('\t')),
    '',
  ].join('\n');
}

function readTable<Class extends string>(text: string): ClassWeights<Class> {
  const [[, ...classes] = [], ...lines] = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  const weights = new Map(lines.map(([feature = '', ...row]) => [feature, row.map(Number)]));
  const bias = weights.get(biasName) ?? [];
  weights.delete(biasName);
  return { classes: classes as Class[], bias, weights };
}

function readWeights(text: string): Weights {
  const weights = rows(text);
  const bias = weights.get(biasName) ?? 0;
  weights.delete(biasName);
  return { bias, weights };
}

function rows(text: string): Map<string, number> {
  const found = new Map<string, number>();
  let from = 0;
  for (let tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', from)) {
    const end = text.indexOf('\n', tab);
    found.set(text.slice(from, tab), Number(text.slice(tab + 1, end)));
    from = end + 1;
  }
  return found;
}
