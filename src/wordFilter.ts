/** A filter of words that people write: `"rare earth*" OR battery -recall`. */
export type WordFilter =
  /** Words in a row; each is what stands between its stars. */
  | { readonly is: 'phrase'; readonly words: readonly Pattern[] }
  | { readonly is: 'not'; readonly of: WordFilter }
  | { readonly is: 'all' | 'any'; readonly of: readonly WordFilter[] };

type Pattern = readonly string[];

export type WordFilterRead =
  | { readonly ok: true; readonly filter: WordFilter }
  | {
      readonly ok: false;
      readonly why: 'empty' | 'long' | 'bracket' | 'quote' | 'deep';
      readonly most: number;
    };

/** Characters, brackets within brackets. */
const most = { characters: 500, depth: 8 } as const;

interface Cursor {
  readonly tokens: readonly string[];
  at: number;
}

class Trouble extends Error {
  readonly why: 'bracket' | 'empty' | 'deep';
  constructor(why: 'bracket' | 'empty' | 'deep') {
    super(why);
    this.why = why;
  }
}

/**
 * Reads words (all of them must occur), `"phrases"`, `*` for any letters, `-not`, `AND`, `OR`, `|` and brackets.
 * It is our own small language, because a user's regular expression could take time without end.
 */
export function readWordFilter(text: string): WordFilterRead {
  if (text.length > most.characters) return { ok: false, why: 'long', most: most.characters };
  if ((text.match(/["“”„«»]/gu)?.length ?? 0) % 2 === 1) return { ok: false, why: 'quote', most: 0 };
  const tokens = [...text.matchAll(/-?["“„«][^"“”„«»]*["”“»]|[()|]|-(?=\()|[^\s()|"“”„«»]+/gu)].map(
    ([one]) => one,
  );
  const cursor: Cursor = { tokens, at: 0 };
  try {
    const filter = anyOf(cursor, 0);
    return cursor.at < tokens.length ? { ok: false, why: 'bracket', most: 0 } : { ok: true, filter };
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    return { ok: false, why: trouble.why, most: most.depth };
  }
}

const isOr = (token: string | undefined): boolean => token === '|' || token === 'OR';

function anyOf(cursor: Cursor, depth: number): WordFilter {
  if (depth > most.depth) throw new Trouble('deep');
  const of = [allOf(cursor, depth)];
  while (isOr(cursor.tokens[cursor.at])) {
    cursor.at += 1;
    of.push(allOf(cursor, depth));
  }
  const [first] = of;
  return of.length === 1 && first ? first : { is: 'any', of };
}

function allOf(cursor: Cursor, depth: number): WordFilter {
  const of: WordFilter[] = [];
  for (;;) {
    const token = cursor.tokens[cursor.at];
    if (token === undefined || token === ')' || isOr(token)) break;
    cursor.at += 1;
    if (token === 'AND') continue;
    const one = oneOf(token, cursor, depth);
    if (one) of.push(one);
  }
  const [first] = of;
  if (!first) throw new Trouble('empty');
  return of.length === 1 ? first : { is: 'all', of };
}

/** Nothing for a token without a letter or digit in it. */
function oneOf(token: string, cursor: Cursor, depth: number): WordFilter | undefined {
  if (token === '(' || (token === '-' && cursor.tokens[cursor.at] === '(')) {
    if (token === '-') cursor.at += 1;
    const inner = anyOf(cursor, depth + 1);
    if (cursor.tokens[cursor.at] !== ')') throw new Trouble('bracket');
    cursor.at += 1;
    return token === '-' ? { is: 'not', of: inner } : inner;
  }
  const isNot = token.startsWith('-');
  const words = wordsOf(isNot ? token.slice(1) : token, /[\p{L}\p{N}\p{M}*]+/gu)
    .filter((word) => /[^*]/u.test(word))
    .map((word): Pattern => word.split(/\*+/u));
  if (words.length === 0) return undefined;
  const phrase: WordFilter = { is: 'phrase', words };
  return isNot ? { is: 'not', of: phrase } : phrase;
}

/** Case, width and accents do not matter. */
const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase();

const wordsOf = (text: string, word: RegExp): readonly string[] =>
  [...plain(text).matchAll(word)].map(([one]) => one);

/** A text made ready to be matched by many filters. */
export interface Matchable {
  readonly words: readonly string[];
  /** Without anything between the words: how scripts without blanks are matched. */
  readonly run: string;
}

export function matchable(text: string): Matchable {
  const words = wordsOf(text, /[\p{L}\p{N}]+/gu);
  return { words, run: words.join('') };
}

/** Whether a text passes: one step over the text for each word of the filter, which is short. */
export function passesWords(filter: WordFilter, text: Matchable): boolean {
  switch (filter.is) {
    case 'phrase':
      return hasPhrase(filter.words, text);
    case 'not':
      return !passesWords(filter.of, text);
    case 'all':
      return filter.of.every((one) => passesWords(one, text));
    case 'any':
      return filter.of.some((one) => passesWords(one, text));
  }
}

/** Chinese and Japanese are written without blanks, so their words are looked for anywhere. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

function hasPhrase(patterns: readonly Pattern[], { words, run }: Matchable): boolean {
  if (patterns.some((pattern) => unspaced.test(pattern.join('')))) {
    return (
      inOrder(
        patterns.flat().filter((piece) => piece !== ''),
        run,
        0,
      ) !== undefined
    );
  }
  const last = words.length - patterns.length;
  for (let start = 0; start <= last; start += 1) {
    if (patterns.every((pattern, at) => fitsWord(pattern, words[start + at] ?? ''))) return true;
  }
  return false;
}

function fitsWord(pattern: Pattern, word: string): boolean {
  const [first = '', ...rest] = pattern;
  if (rest.length === 0) return word === first;
  const end = rest.pop() ?? '';
  if (word.length < first.length + end.length || !word.startsWith(first) || !word.endsWith(end)) return false;
  return inOrder(rest, word.slice(0, word.length - end.length), first.length) !== undefined;
}

/** Where the last piece ends, when all stand in the text one after another: the earliest place is always the best. */
function inOrder(pieces: readonly string[], text: string, from: number): number | undefined {
  let at = from;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return undefined;
    at = found + piece.length;
  }
  return at;
}
