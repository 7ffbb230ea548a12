import type { Lexicon } from './read/lexicon.ts';
import type { Field, Reading } from './read/read.ts';

/** The cue kinds that say that two act together; what stands in their sentence speaks of the partnership. */
const telling = new Set([
  'join',
  'bond',
  'deal',
  'jointly',
  'venture',
  'consortium',
  'sign',
  'license',
  'supply',
]);
const readWords = 60;

/**
 * What tells kinds and stages apart, as readable names: single words, and cues with their words,
 * marked where the sentence also says that two act together.
 */
export function manner({ title, lead, lexicon }: Reading): string[] {
  const seen = new Set<string>();
  observe('t', title, lexicon, seen);
  observe('l', lead, lexicon, seen);
  return [...seen];
}

function observe(
  place: string,
  { words, cues, sentences }: Field,
  lexicon: Lexicon,
  seen: Set<string>,
): void {
  for (const word of words.slice(0, readWords)) seen.add(`${place}:${word}`).add(`w:${word}`);
  const near = [...cues, ...lexicon.findManner(words.slice(0, readWords))].filter(
    ({ from }) => from < readWords,
  );
  const together = new Set(near.filter(({ kind }) => telling.has(kind)).map(({ from }) => sentences[from]));
  for (const { kind, from, to } of near) {
    const where = place === 't' ? 't' : sentences[from] === 0 ? 'l' : 'm';
    const phrase = words.slice(from, to).join(' ');
    seen.add(`${where}.${kind}`).add(`any.${kind}`).add(`${kind} "${phrase}"`);
    if (together.has(sentences[from])) seen.add(`${where}.${kind} beside`).add(`beside ${kind} "${phrase}"`);
  }
}
