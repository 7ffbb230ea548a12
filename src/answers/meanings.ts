import { spoken, type Words, words } from '../words/words.ts';

/** How a value out of a fixed vocabulary is shown. */
export type Name = (value: string, words: Words) => string;

let speeches: readonly Words[] | undefined;

/** What may be written for which value: its own name, or the one that any language of the interface shows for it. */
export function meanings(values: readonly string[], name: Name): ReadonlyMap<string, string> {
  const all = (speeches ??= spoken.map((language) => words(language)));
  const written = (value: string): readonly string[] => [
    ...all.map((speech) => name(value, speech)),
    value.replaceAll('_', ' '),
  ];
  return new Map([
    ...values.flatMap((value) => written(value).map((one) => [one.toLowerCase(), value] as const)),
    ...values.map((value) => [value.toLowerCase(), value] as const),
  ]);
}
