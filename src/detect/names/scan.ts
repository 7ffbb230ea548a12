import { type Token, tokens } from '../read/tokens.ts';
import { phraseAt } from './phraseBook.ts';
import { isLatin, type Known, mayBeginSmall, organisations } from './gazetteer.ts';
import { type Frames, places } from './wordLists.ts';

/** A token with what its spelling, the lists and its surroundings say of it. */
export interface Word extends Token {
  readonly written: string;
  /** The class of the frame phrase that covers it; empty when none does. */
  class: string;
  /** The number of words of the phrase that begins here, 0 inside of one and outside of any. */
  readonly glued: boolean;
  readonly shape: Shape;
  /** Opens a sentence, a headline or a quotation, where a capital says nothing. */
  readonly first: boolean;
  readonly sentence: number;
  place: boolean;
  /** A gazetteer name begins here. */
  known?: { readonly entry: Known; readonly length: number };
}

/** `wide` is Han, kana or Hangul. */
export type Shape = 'lower' | 'capital' | 'upper' | 'mixed' | 'number' | 'wide' | 'sign';

export interface Scan {
  readonly in: 'title' | 'text';
  readonly source: string;
  readonly words: readonly Word[];
  /** Ordinary words have capitals too, so that a capital says little. */
  readonly titleCase: boolean;
}

const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〆ー]/u;
const sentenceEnd = /^[.!?。！？:：|—–•“"「『(（]$/u;

/** A number with its unit, as in "400M", "90fps" and "5G", names nobody. */
const measure =
  /^\d+(?:k|m|b|t|bn|mn|tn|cr|x|p|s|g|d|w|v|[kmg]wh?|mah|fps|[kmg]?hz|[mgt]b|[mg]bps|mp|mm|nm|cm|km|kg|st|nd|rd|th|am|pm)s?$/iu;

export function scan(where: Scan['in'], source: string, frames: Frames): Scan {
  const words = spelled(source, tokens(source));
  for (let at = 0; at < words.length; at += 1) markKnown(words, at, frames);
  for (let at = 0; at < words.length; ) at += Math.max(1, markClass(words, at, frames));
  markPlaces(words);
  return { in: where, source, words, titleCase: isTitleCase(words, frames) };
}

function spelled(source: string, found: readonly Token[]): Word[] {
  let sentence = 0;
  let before = '.';
  let end = -1;
  const words: Word[] = [];
  for (const token of found) {
    const written = source.slice(token.start, token.end);
    const glued = token.start === end;
    const shape = shapeOf(written);
    if (before === '.' || before === '。' || before === '！' || before === '!' || before === '?')
      if (words.length > 0 && !glued) sentence += 1;
    words.push({
      norm: token.norm,
      start: token.start,
      end: token.end,
      written,
      class: '',
      glued,
      shape,
      first: words.length === 0 || (sentenceEnd.test(before) && !(glued && before === '.')),
      sentence,
      place: false,
    });
    before = written;
    end = token.end;
  }
  return words;
}

function shapeOf(written: string): Shape {
  const code = written.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39)
    return measure.test(written) ? 'lower' : /\p{L}/u.test(written) ? 'mixed' : 'number';
  if (code > 0x7f && wide.test(written)) return 'wide';
  const lower = written.toLowerCase();
  const upper = written.toUpperCase();
  if (lower === upper) return 'sign';
  if (written === lower) return 'lower';
  if (written === upper) return written.length > 1 ? 'upper' : 'capital';
  if (written.slice(1) === lower.slice(1)) return 'capital';
  return 'mixed';
}

function markKnown(words: Word[], at: number, frames: Frames): void {
  const word = words[at];
  if (!word || word.shape === 'sign') return;
  if (word.shape === 'lower' && isLatin(word.norm) && !mayBeginSmall(word.norm)) return;
  const found = phraseAt(organisations, words, at);
  if (!found) return;
  const { written } = found.value;
  // A name that is also a word must be spelled as a name.
  if (word.shape === 'lower' && written.charAt(0) !== word.written.charAt(0)) return;
  if (word.shape === 'capital' && shapeOf(written) === 'upper' && frames.isOrdinary(word.norm)) return;
  word.known = { entry: found.value, length: found.words.length };
}

function markClass(words: Word[], at: number, frames: Frames): number {
  const word = words[at];
  if (!word) return 1;
  const phrase = phraseAt(frames.classes, words, at);
  // 通用 holds 用 and 委员会 holds 会: words that divide nothing.
  const whole = phraseAt(frames.within, words, at);
  if (whole && whole.words.length > (phrase?.words.length ?? 0)) return whole.words.length;
  // A known name stands before a frame word inside it (華為 holds 為), and a longer phrase before a known name.
  if (
    word.known &&
    (word.shape === 'wide' || word.known.length > 1) &&
    word.known.length >= (phrase?.words.length ?? 0)
  )
    return word.known.length;
  if (!phrase || (frames.endsWords && !isParticle(words, at, phrase.words.length))) return 1;
  // 元 is money behind a number, and part of a name in 智元.
  if (phrase.value === 'month' && word.shape === 'wide' && words[at - 1]?.shape !== 'number') return 1;
  for (let step = 0; step < phrase.words.length; step += 1) {
    const covered = words[at + step];
    if (covered) covered.class = phrase.value;
  }
  return phrase.words.length;
}

/** Korean particles end a word: 이 is one in 기업이, none in 스테이지. */
function isParticle(words: readonly Word[], at: number, length: number): boolean {
  const word = words[at];
  if (!word || length > 1 || word.shape !== 'wide') return true;
  const next = words[at + 1];
  return word.glued && (!next?.glued || next.shape === 'sign');
}

function markPlaces(words: Word[]): void {
  for (let at = 0; at < words.length; ) {
    const phrase = words[at]?.shape === 'lower' ? undefined : phraseAt(places(), words, at);
    for (let step = 0; step < (phrase?.words.length ?? 0); step += 1) {
      const covered = words[at + step];
      if (covered) covered.place = true;
    }
    at += phrase?.words.length ?? 1;
  }
}

function isTitleCase(words: readonly Word[], frames: Frames): boolean {
  let lower = 0;
  let raised = 0;
  for (const word of words) {
    if (word.norm.length < 4 || word.first || !frames.isOrdinary(word.norm)) continue;
    if (word.shape === 'lower') lower += 1;
    else if (word.shape === 'capital' || word.shape === 'upper') raised += 1;
  }
  return raised > lower;
}
