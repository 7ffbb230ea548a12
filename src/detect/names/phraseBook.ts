import { tokens } from '../read/tokens.ts';

/** A phrase as the norms of its tokens, and what is known of it. */
export interface Phrase<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

/** Phrases by their first word, the longest first. */
export type PhraseBook<Value> = ReadonlyMap<string, readonly Phrase<Value>[]>;

interface Normed {
  readonly norm: string;
}

/** The first of two equal phrases wins. */
export function phraseBook<Value>(entries: Iterable<readonly [string, Value]>): PhraseBook<Value> {
  const book = new Map<string, Phrase<Value>[]>();
  for (const [written, value] of entries) {
    const words = tokens(written).map(({ norm }) => norm);
    const first = words[0];
    if (first === undefined) continue;
    const shelf = book.get(first);
    if (shelf) shelf.push({ words, value });
    else book.set(first, [{ words, value }]);
  }
  for (const shelf of book.values()) shelf.sort((a, b) => b.words.length - a.words.length);
  return book;
}

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
