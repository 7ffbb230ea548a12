import { expect, it } from 'vitest';
import { pictureWords } from '../src/pictureWords.ts';
import { words } from '../src/words/words.ts';

it.each([
  [0, 'zuvor keine'],
  [3, 'zuvor 3'],
])('a picture says of %d stories in the period before: %s', (count, said) =>
  expect(pictureWords(words('de')).before(count)).toBe(said),
);
