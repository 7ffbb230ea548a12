import { phraseAt } from './phraseBook.ts';
import type { Region, Span } from './region.ts';
import type { Scan, Word } from './scan.ts';
import type { Frames } from './wordLists.ts';

const joints = new Set(['・', '.', '-', '&', '＆', '+', "'", '!', '！']);
const closing: ReadonlyMap<string, string> = new Map([
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['“', '”'],
]);
const longestName = 16;
const longestQuote = 14;

/** Where names stand in a script without spaces: between signs and the words of the frames. */
export function wideRegions({ words }: Scan, frames: Frames): Region[] {
  const regions: Region[] = [];
  for (let at = 0; at < words.length; ) {
    const quote = quoted(words, at);
    if (quote > at + 1) regions.push(region(words, at + 1, quote, frames));
    const to = endOf(words, at);
    if (to > at && to - at <= longestName * 2) regions.push(region(words, at, to, frames));
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

function endOf(words: readonly Word[], from: number): number {
  let to = from;
  while (to < words.length) {
    const step = nameUnit(words, to, to > from);
    if (step === 0) break;
    to += step;
  }
  return to;
}

function nameUnit(words: readonly Word[], at: number, inside: boolean): number {
  const word = words[at];
  if (!word) return 0;
  const apart = inside && !word.glued && word.shape === 'wide' && words[at - 1]?.shape === 'wide';
  if (apart) return 0;
  if (word.known && (word.class === '' || word.known.length > 1)) return word.known.length;
  if (word.class !== '') return 0;
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

function isHiragana(norm: string): boolean {
  const code = norm.charCodeAt(0);
  return code >= 0x3041 && code <= 0x309f;
}

function region(words: readonly Word[], from: number, to: number, frames: Frames): Region {
  const spans: Span[] = [];
  const add = (start: number, end: number): void => {
    const [first, last] = withoutLegal(words, start, end, frames);
    if (
      last <= first ||
      last - first > longestName ||
      spans.some((span) => span.from === first && span.to === last)
    )
      return;
    if (last - first === 1 && words[first]?.shape === 'wide' && words[first]?.written.length === 1) return;
    const known = words[first]?.known;
    spans.push(
      known && first + known.length === last
        ? { from: first, to: last, known: known.entry }
        : { from: first, to: last },
    );
  };
  add(from, to);
  let latin = -1;
  for (let at = from; at < to; ) {
    const known = words[at]?.known;
    if (known && at + known.length <= to) add(at, at + known.length);
    at += known?.length ?? 1;
  }
  for (let at = from; at <= to; at += 1) {
    const isLatin = at < to && words[at]?.shape !== 'wide';
    if (isLatin && latin < 0) latin = at;
    if (!isLatin && latin >= 0) {
      add(latin, at);
      if (latin > from) add(from, latin);
      latin = -1;
    }
  }
  let lead = from;
  while (lead < to - 1 && words[lead]?.place === true && !words[lead]?.known) lead += 1;
  if (lead > from) add(lead, to);
  for (let at = from + 2; at < to; at += 1) {
    const head = phraseAt(frames.headPhrases, words, at);
    if (head && at + head.words.length < to) add(lead, at + head.words.length);
    if (words[at]?.glued === false) {
      add(lead, at);
      add(at, to);
    }
  }
  return { from, to, spans };
}

function withoutLegal(words: readonly Word[], from: number, to: number, frames: Frames): [number, number] {
  let first = from;
  let last = to;
  const lead = phraseAt(frames.legalPhrases, words, first);
  if (lead && first + lead.words.length < last) first += lead.words.length;
  for (let at = Math.max(first + 2, last - 12); at < last; at += 1) {
    const tail = phraseAt(frames.legalPhrases, words, at);
    if (tail && at + tail.words.length === last) {
      last = at;
      break;
    }
  }
  return [first, last];
}
