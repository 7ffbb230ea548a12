import { readdirSync, readFileSync } from 'node:fs';
import type { Labelled } from '../labelled.ts';

const here = new URL('./', import.meta.url);

/** The items of `lessons.xx.jsonl`: invented, in every language that has some, and always learnt from, never judged. */
export function lessons(): Labelled[] {
  return readdirSync(here)
    .filter((name) => /^lessons\..+\.jsonl$/u.test(name))
    .toSorted()
    .flatMap((name) => readFileSync(new URL(name, here), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => {
      const { description = '', ...rest } = JSON.parse(line) as Omit<Labelled, 'text'> & {
        readonly description?: string;
      };
      return { ...rest, sample: 'lesson', text: description };
    });
}
