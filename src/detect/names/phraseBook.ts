import { firstWord, tokens } from '../read/tokens.ts';

/** A phrase as the norms of its tokens, and what is known of it. */
export interface Phrase<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

/** Phrases by their first word, the longest first. */
export interface PhraseBook<Value> {
  readonly get: (word: string) => readonly Phrase<Value>[] | undefined;
}

interface Normed {
  readonly norm: string;
}

/** The first of two equal phrases wins. Each is taken apart when its first word is met: most never are. */
export function phraseBook<Value>(entries: Iterable<readonly [string, Value]>): PhraseBook<Value> {
  interface Shelf {
    readonly written: (readonly [string, Value])[];
    phrases?: readonly Phrase<Value>[];
  }
  const shelves = new Map<string, Shelf>();
  for (const entry of entries) {
    const first = firstWord(entry[0]);
    if (first === undefined) continue;
    const shelf = shelves.get(first);
    if (shelf) shelf.written.push(entry);
    else shelves.set(first, { written: [entry] });
  }
  return {
    get: (word) => {
      const shelf = shelves.get(word);
      if (shelf) shelf.phrases ??= phrases(shelf.written);
      return shelf?.phrases;
    },
  };
}

/** Phrases that begin with the same word, the longest first. */
export const phrases = <Value>(entries: Iterable<readonly [string, Value]>): Phrase<Value>[] =>
  Array.from(entries)
    .map(([written, value]) => ({ words: tokens(written).map(({ norm }) => norm), value }))
    .toSorted((a, b) => b.words.length - a.words.length);

export function phraseAt<Value>(
  book: PhraseBook<Value>,
  words: readonly Normed[],
  at: number,
): Phrase<Value> | undefined {
  const shelf = book.get(words[at]?.norm ?? '');
  if (shelf) for (const phrase of shelf) if (begins(phrase.words, words, at)) return phrase;
  return undefined;
}

function begins(phrase: readonly string[], words: readonly Normed[], at: number): boolean {
  for (let step = 1; step < phrase.length; step += 1)
    if (words[at + step]?.norm !== phrase[step]) return false;
  return true;
}
