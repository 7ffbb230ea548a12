import { actsAlone, isOpened } from './openingWord.ts';
import { type PhraseBook, phraseAt } from './phraseBook.ts';
import type { Region, Span } from './region.ts';
import type { Scan, Word } from './scan.ts';
import type { Frames } from './wordLists.ts';

/** Names that the other field of the article spells out, which settles where they begin and end here. */
export type Confirmed = PhraseBook<true>;

/** Classes whose words are no part of a name even with a capital. */
const never = new Set([
  'month',
  'role',
  'the',
  'with',
  'and',
  'between',
  'in',
  'on',
  'from',
  'for',
  'by',
  'topreposition',
  'of',
  'say',
  'without',
  'including',
  'report',
]);
/** Classes of words that say what is done: a capital does not make them a name. */
const doing = new Set(['cooperate', 'act', 'invest']);
const actedUpon = new Set(['with', 'between', 'on', 'for', 'act', 'topreposition']);
const joints = new Set(['.', '-', '‑', "'", '’', '&', '+', '/', '@', '|']);
const longest = 8;

/** Where names stand in a script with capitals. */
export function capitalRegions(scan: Scan, frames: Frames, confirmed: Confirmed): Region[] {
  const { words } = scan;
  const saysLittle = scan.titleCase || frames.capitalNouns;
  const regions: Region[] = [];
  for (let at = 0; at < words.length; ) {
    const to = endOf(at);
    if (to > at) regions.push(region(words, isOpened(scan, frames, at, to) ? at - 1 : at, to, frames));
    else if (actsAlone(scan, frames, at)) regions.push(region(words, at, at + 1, frames));
    at = Math.max(at + 1, to);
  }
  return regions;

  function nameUnit(at: number, inside: boolean): number {
    const word = words[at];
    if (!word) return 0;
    const settled = word.shape === 'lower' ? undefined : phraseAt(confirmed, words, at);
    if (settled && (settled.words.length > 1 || !never.has(word.class))) return settled.words.length;
    if (word.known && trusted(word, at)) return word.known.length;
    if (word.shape === 'lower' || word.shape === 'sign') return 0;
    if (word.shape === 'number') return inside && word.glued ? 1 : 0;
    if (!inside && opensName(at)) return 1;
    if (never.has(word.class)) return 0;
    if (word.shape === 'wide') return 1;
    if (!frames.isOrdinary(word.norm)) return 1;
    if (inside && frames.head.has(word.norm)) return actsAt(at) ? 0 : 1;
    if (word.shape === 'upper' && !scan.titleCase && word.norm.length > 1) return 1;
    if (doing.has(word.class) && (!inside || words[at + 1]?.shape === 'lower')) return 0;
    return saysLittle || word.first ? 0 : 1;
  }

  /** Universität Bremen, Banco Santander: an ordinary word, and what makes it a name. */
  function opensName(at: number): boolean {
    const next = words[at + 1];
    return (
      frames.opens.has(words[at]?.norm ?? '') &&
      words[at]?.shape !== 'lower' &&
      next !== undefined &&
      (next.shape === 'capital' || next.shape === 'mixed') &&
      (next.class === '' || next.class === 'month') &&
      (next.place || next.known !== undefined || !frames.isOrdinary(next.norm))
    );
  }

  /** "Northwind Partners with …" and "… Alliance with …" act; "Northwind Partners led the round" is a name. */
  function actsAt(at: number): boolean {
    if (words[at]?.class !== 'cooperate') return false;
    return scan.titleCase || actedUpon.has(words[at + 1]?.class ?? '');
  }

  function trusted(word: Word, at: number): boolean {
    if (!word.known || word.known.length > 1) return true;
    if (!frames.isOrdinary(word.norm)) return true;
    if (word.shape === 'lower') return false;
    return !saysLittle && !word.first
      ? true
      : words[at + 1]?.norm === "'" || words[at + 1]?.norm === '’' || at === 0;
  }

  function endOf(from: number): number {
    let to = from + nameUnit(from, false);
    if (to === from) return from;
    while (to < words.length && to - from < longest * 2) {
      const step = continued(from, to);
      if (step === 0) break;
      to += step;
    }
    return to;
  }

  /** Codelco-SQM are two, and Varta-Zellen are cells of Varta; what the gazetteer has with its hyphen is one. */
  function dividesNames(from: number, at: number): boolean {
    const next = words[at + 1];
    if (!next) return false;
    if (frames.capitalNouns && frames.isOrdinary(next.norm)) return true;
    const before = words[from];
    return before?.known?.length === at - from && next.known !== undefined;
  }

  function continued(from: number, at: number): number {
    const word = words[at];
    if (!word) return 0;
    const before = words[at - 1];
    if (word.shape === 'sign') {
      if (!joints.has(word.norm))
        return word.glued &&
          (word.norm === '!' || word.norm === '+') &&
          words[at + 1]?.glued === false &&
          word.norm === '+'
          ? 1
          : 0;
      const next = words[at + 1];
      if (word.norm === '&') return next && nameUnit(at + 1, true) > 0 ? 1 + nameUnit(at + 1, true) : 0;
      if (!word.glued || !next?.glued) return 0;
      if (word.norm === '-' && dividesNames(from, at)) return 0;
      if ((word.norm === "'" || word.norm === '’') && (next.norm === 's' || next.shape === 'lower')) return 0;
      const unit = nameUnit(at + 1, true);
      if (unit > 0) return 1 + unit;
      // Pony.ai, Booking.com, Coca-cola: but no "Paris-based".
      return word.norm === '.' && next.shape === 'lower' && next.norm.length <= 4 ? 2 : 0;
    }
    if (word.norm === 'of' && before && frames.head.has(before.norm)) {
      const unit = nameUnit(at + 1, true);
      return unit > 0 ? 1 + unit : 0;
    }
    if (
      (word.norm === 'de' || word.norm === 'del' || word.norm === 'of') &&
      before &&
      words[from]?.shape !== 'lower' &&
      frames.head.has(before.norm) &&
      words[at + 1]?.shape === 'capital'
    )
      return 2;
    return nameUnit(at, true);
  }
}

function region(words: readonly Word[], from: number, to: number, frames: Frames): Region {
  const spans: Span[] = [];
  const add = (start: number, end: number): void => {
    let last = end;
    while (last > start && isTail(words, last - 1, frames)) last -= 1;
    if (last <= start || spans.some((span) => span.from === start && span.to === last)) return;
    const first = words[start]?.known;
    spans.push(
      first && start + first.length === last
        ? { from: start, to: last, known: first.entry }
        : { from: start, to: last },
    );
  };
  add(from, to);
  for (let at = from; at < to; ) {
    const known = words[at]?.known;
    if (known && at + known.length <= to) add(at, at + known.length);
    at += known?.length ?? 1;
  }
  let lead = from;
  while (lead < to - 1 && isLead(words[lead], frames)) lead += 1;
  if (lead > from) add(lead, to);
  let tail = to;
  while (tail > lead + 1 && isOrdinaryTail(words[tail - 1], frames)) tail -= 1;
  if (tail < to) add(lead, tail);
  let part = from;
  for (let at = from; at < to; at += 1) {
    const norm = words[at]?.norm;
    if (norm !== '-' && norm !== '/' && norm !== '&' && norm !== '|') continue;
    add(part, at);
    add(at + 1, to);
    part = at + 1;
  }
  return { from, to, spans };
}

function isTail(words: readonly Word[], at: number, frames: Frames): boolean {
  const word = words[at];
  if (!word) return false;
  if (word.shape === 'sign') return word.norm !== '+' && word.norm !== '!';
  return frames.legal.has(word.norm);
}

function isLead(word: Word | undefined, frames: Frames): boolean {
  return (
    word !== undefined && !word.known && (word.place || frames.isOrdinary(word.norm) || word.shape === 'sign')
  );
}

function isOrdinaryTail(word: Word | undefined, frames: Frames): boolean {
  return (
    word !== undefined &&
    (word.shape === 'number' || word.shape === 'sign' || (!word.known && frames.isOrdinary(word.norm)))
  );
}
