import type { Scan, Word } from './scan.ts';
import { type Frames, isAcronym } from './wordLists.ts';

/** "Choice Hotels signs …": what follows is a name in a sentence, so the ordinary word that opens it is a part of it. */
export function isOpened({ words, titleCase }: Scan, frames: Frames, from: number, to: number): boolean {
  const word = words[from - 1];
  const next = words[from];
  if (!word || !next || titleCase || !mayOpen(word, frames)) return false;
  if (isAcronym(next.norm)) return words[to]?.class === 'cooperate';
  return next.shape === 'capital' && !next.known && frames.isOrdinary(next.norm);
}

/** "Humanoid taps Northwind": a thing without an article does nothing of the sort, so it is a name. */
export function actsAlone({ words }: Scan, frames: Frames, at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  return (
    word !== undefined &&
    next?.shape === 'lower' &&
    frames.ventures.has(next.norm) &&
    mayOpen(word, frames) &&
    !frames.head.has(word.norm) &&
    !word.norm.endsWith('s')
  );
}

/** A language that lists no openers leaves its first words alone. */
function mayOpen(word: Word, frames: Frames): boolean {
  return (
    frames.openers.size > 0 &&
    word.first &&
    word.shape === 'capital' &&
    word.class === '' &&
    !word.known &&
    !word.place &&
    word.norm.length > 2 &&
    !frames.openers.has(word.norm)
  );
}
