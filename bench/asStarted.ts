import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const { scripts } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8')) as {
  readonly scripts: { readonly start: string };
};
const words = scripts.start.split(' ');

/** Node's flags as `npm start` has them, from whatever folder. */
export const asStarted: readonly string[] = words
  .slice(1, words.indexOf('src/main.ts'))
  .map((word) => (word.startsWith('./') ? resolve(import.meta.dirname, '..', word) : word));
