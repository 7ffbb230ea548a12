import { spoken, type Words, words } from '../words/words.ts';

/** How a value out of a fixed vocabulary is shown. */
export type Name = (value: string, words: Words) => string;

/** Whether somebody means a value: by its own name, or by the one that any language of the interface shows for it. */
export const isCalled = (written: string, value: string, name: Name): boolean =>
  [value, value.replaceAll('_', ' '), ...spoken.map((language) => name(value, words(language)))].some(
    (one) => one.toLowerCase() === written.toLowerCase(),
  );
