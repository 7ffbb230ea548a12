const pieces =
  /[\p{Script=Han}\p{Script=Hiragana}々〆]+|[\p{Script=Katakana}ー]+|(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})[\p{L}\p{M}\p{N}])+/gu;
const withoutSpaces = /^[\p{Script=Han}\p{Script=Hiragana}]/u;

/**
 * The words of a text as the search index keeps them: without case, accents and width; where a script has no spaces,
 * every pair of neighbouring signs stands for a word.
 */
export function searchable(text: string): readonly (readonly string[])[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase();
  return [...plain.matchAll(pieces)].map(([piece]) => (withoutSpaces.test(piece) ? pairs(piece) : [piece]));
}

const anyWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ー]|[\uFF01-\uFF5E]/u;

/** A text with its words parted by spaces, ready for SQLite's `unicode61` tokenizer, which folds case and accents itself. */
export const spaced = (text: string): string =>
  anyWithoutSpaces.test(text) ? searchable(text).flat().join(' ') : text;

function pairs(piece: string): readonly string[] {
  const signs = Array.from(piece);
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}
