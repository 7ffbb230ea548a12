import { expect } from 'vitest';
import { inEnglish, type Sentence } from '../src/words/sentence.ts';

/** A sentence that quotes these words, where a test does not care which sentence it is. */
export const quoting = (description: string): Sentence => ({ say: 'telegram.says', code: 400, description });

/** Matches a sentence that reads so in English. */
export const reading = (english: RegExp | string): Sentence =>
  expect.toSatisfy((sentence: Sentence) =>
    typeof english === 'string' ? inEnglish(sentence) === english : english.test(inEnglish(sentence)),
  ) as Sentence;
