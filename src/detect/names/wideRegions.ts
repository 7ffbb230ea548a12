import { phraseAt } from './phraseBook.ts';
import type { Region } from './region.ts';
import type { Scan, Word } from './scan.ts';
import { wideNames } from './wideNames.ts';
import type { Frames } from './wordLists.ts';

const joints = new Set(['・', '.', '-', '&', '＆', '+', "'", '!', '！']);
const closing: ReadonlyMap<string, string> = new Map([
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['“', '”'],
]);
const longestRun = 32;
const longestQuote = 14;
/** Words that a name may hold where its last word says that it is one: 教育 in 大阪教育大学. */
const descriptive = new Set(['thing', 'maker', 'cooperate', 'act']);

/** Where names stand in a script without spaces: between signs and the words of the frames. */
export function wideRegions({ words }: Scan, frames: Frames): Region[] {
  const regions: Region[] = [];
  const add = (from: number, to: number): void => {
    for (const span of wideNames(words, from, to, frames))
      regions.push({ from: span.from, to: span.to, spans: [span] });
  };
  for (let at = 0; at < words.length; ) {
    const quote = quoted(words, at);
    const to = quote > at + 1 ? quote : endOf(words, at, frames);
    if (quote > at + 1) add(at + 1, quote);
    else if (to > at && to - at <= longestRun) add(at, to);
    at = Math.max(at + 1, to);
  }
  return regions;
}

function quoted(words: readonly Word[], at: number): number {
  const close = closing.get(words[at]?.norm ?? '');
  if (close === undefined) return at;
  for (let end = at + 1; end <= at + longestQuote && end < words.length; end += 1)
    if (words[end]?.norm === close) return end;
  return at;
}

function endOf(words: readonly Word[], from: number, frames: Frames): number {
  let to = from;
  while (to < words.length) {
    const step = nameUnit(words, to, to > from, frames);
    if (step === 0) break;
    to += step;
  }
  return to;
}

function nameUnit(words: readonly Word[], at: number, inside: boolean, frames: Frames): number {
  const word = words[at];
  if (!word) return 0;
  const before = words[at - 1];
  if (inside && !word.glued && word.shape === 'wide' && before?.shape === 'wide') return 0;
  if (word.known && (word.class === '' || word.known.length > 1)) return word.known.length;
  if (inside && word.norm === '・' && joinsKatakana(words, at)) return 1;
  const whole = phraseAt(frames.within, words, at);
  if (whole && word.class === '') return whole.words.length;
  if (word.class !== '') return inside && word.glued ? described(words, at, frames) : 0;
  if (word.shape === 'sign')
    return inside &&
      joints.has(word.norm) &&
      word.glued &&
      words[at + 1]?.glued === true &&
      words[at + 1]?.class === ''
      ? 1
      : 0;
  if (word.shape === 'number') return inside ? 1 : 0;
  return isHiragana(word.norm) ? 0 : 1;
}

/** ソニー・ミュージック is one name, シャープ・パナソニック are two. */
function joinsKatakana(words: readonly Word[], at: number): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  return (
    katakana.test(before?.written ?? '') &&
    katakana.test(after?.written ?? '') &&
    after?.glued === true &&
    (words[at - 1]?.glued !== true || words[at - 2]?.norm === '・' || isBoundary(words, at - 2)) &&
    !(before?.known && after.known)
  );
}

const katakana = /^\p{Script=Katakana}/u;

/** How much of a name a frame word is that ends it (仙工 + 智能) or stands before its last word (大阪 + 教育 + 大学). */
function described(words: readonly Word[], at: number, frames: Frames): number {
  const kind = words[at]?.class ?? '';
  if (!descriptive.has(kind)) return 0;
  const length = phraseAt(frames.classes, words, at)?.words.length ?? 1;
  const head = phraseAt(frames.headPhrases, words, at);
  if (head && head.words.length >= length && isBoundary(words, at + head.words.length))
    return kind !== 'maker' || followsHead(words, at, frames) ? head.words.length : 0;
  if (phraseAt(frames.legalPhrases, words, at + length) && kind !== 'maker') return length;
  const next = kind === 'thing' ? phraseAt(frames.headPhrases, words, at + length) : undefined;
  return next && isBoundary(words, at + length + next.words.length) ? length : 0;
}

/** 沙特电力公司 is a name, 惠普公司 a name and a word. */
const followsHead = (words: readonly Word[], at: number, frames: Frames): boolean =>
  [2, 3].some((size) => phraseAt(frames.headPhrases, words, at - size)?.words.length === size);

function isBoundary(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return !word?.glued || word.shape === 'sign' || (word.class !== '' && word.class !== 'thing');
}

function isHiragana(norm: string): boolean {
  const code = norm.charCodeAt(0);
  return code >= 0x3041 && code <= 0x309f;
}
