import { phraseAt } from './phraseBook.ts';
import type { Span } from './region.ts';
import type { Word } from './scan.ts';
import type { Frames } from './wordLists.ts';

const longestName = 16;
/** A description behind a known name that ends like a name of its own: 比亚迪 + 储能, 美的 + 集团. */
const longestTail = 6;

/**
 * The names in a run of words that no sign and no frame word divides: known names stand out of what is around them,
 * and what is left is cut where Latin letters meet signs.
 */
export function wideNames(words: readonly Word[], from: number, to: number, frames: Frames): Span[] {
  const [first, last] = withoutLegal(words, withoutCountry(words, from, to, frames), to, frames);
  const spans: Span[] = [];
  for (let at = first; at < last; ) {
    const chain = chainEnd(words, at, last);
    const known = words[at]?.known;
    const end = Math.max(chain, at + (known?.length ?? 1));
    const whole = known && end <= last ? withTail(words, at, end, last, frames) : chain;
    if (known && whole === at + known.length && !isSign(words, at, whole))
      spans.push({ from: at, to: whole, known: known.entry });
    else if (whole > at + 1) spans.push({ from: at, to: whole });
    at = Math.max(end, whole);
  }
  return spans.length > 0 ? spans : unknown(words, first, last, frames);
}

/** A lone sign says nothing. */
const isSign = (words: readonly Word[], from: number, to: number): boolean =>
  to - from === 1 && words[from]?.shape === 'wide' && words[from]?.written.length === 1;

/** Where ソニー・ミュージック ends; the beginning itself where no dot follows. */
function chainEnd(words: readonly Word[], from: number, to: number): number {
  let end = from;
  while (end + 2 < to && words[end + 1]?.norm === '・' && isKatakana(words[end + 2])) end += 2;
  return end > from ? end + 1 : from;
}

/** Where a known name really ends: 比亚迪储能 and 广汽领程 are not 比亚迪 and 广汽, but 英伟达大幅扩充算力 names 英伟达. */
function withTail(words: readonly Word[], from: number, end: number, to: number, frames: Frames): number {
  if (end >= to) return end;
  if (isLatin(words[end - 1]) && isLatin(words[end])) return capitalsEnd(words, end, to);
  for (let at = end; at < Math.min(to, end + longestTail); at += 1) {
    const word = words[at];
    if (!word?.glued || word.known || (word.shape !== 'wide' && frames.language !== 'ja')) return end;
    const head = phraseAt(frames.headPhrases, words, at);
    if (head && at + head.words.length === to) return to;
  }
  if (frames.language === 'ja' && isKatakana(words[to - 1]) && to - end < 3) return to;
  return to - end > 1 && to - end < 4 && words[from]?.shape === 'wide' ? to : end;
}

function withoutCountry(words: readonly Word[], from: number, to: number, frames: Frames): number {
  const country = phraseAt(frames.countries, words, from);
  if (!country || words[from]?.known) return from;
  const rest = from + country.words.length;
  if (rest >= to) return from;
  if (country.words.length === 1 && country.words[0]?.length === 1)
    return isLatin(words[rest]) || isKatakana(words[rest]) ? rest : from;
  // 韩国电力公司 is called by its country.
  let at = rest;
  for (
    let head = phraseAt(frames.headPhrases, words, at);
    head;
    head = phraseAt(frames.headPhrases, words, at)
  )
    at += head.words.length;
  return at >= to || (to - rest < 3 && words[rest]?.shape === 'wide') ? from : rest;
}

function unknown(words: readonly Word[], from: number, to: number, frames: Frames): Span[] {
  const end = cut(words, from, to, frames);
  const begin = lastLatin(words, from, end);
  if (end <= begin || end - begin > longestName || isSign(words, begin, end)) return [];
  return [{ from: begin, to: end }];
}

/** "Galaxy Digital 升級…" ends before the space, "GE医疗" where it ends. */
function cut(words: readonly Word[], from: number, to: number, frames: Frames): number {
  if (!isLatin(words[from])) return to;
  const end = latinEnd(words, from, to);
  if (end === to) return to;
  if (endsInHead(words, from, to, frames) && to - end <= longestTail) return to;
  return words[end]?.glued === false || to - end > 4 ? end : to;
}

/** 街头潮牌Stüssy names Stüssy. */
function lastLatin(words: readonly Word[], from: number, to: number): number {
  if (!isLatin(words[to - 1]) || isLatin(words[from])) return from;
  let at = to - 1;
  while (at > from && (isLatin(words[at - 1]) || words[at - 1]?.shape === 'sign')) at -= 1;
  return at - from > 3 ? at : from;
}

/** "Xiaomi EV" goes on, "Xiaomi build a camera" does not: English stands in Chinese and Japanese news too. */
function capitalsEnd(words: readonly Word[], from: number, to: number): number {
  let end = from;
  while (end < to && isLatin(words[end]) && words[end]?.shape !== 'lower') end += 1;
  return end;
}

function latinEnd(words: readonly Word[], from: number, to: number): number {
  let end = from;
  while (end < to && words[end]?.shape !== 'wide') end += 1;
  return end;
}

function endsInHead(words: readonly Word[], from: number, to: number, frames: Frames): boolean {
  for (let at = Math.max(from + 1, to - 4); at < to; at += 1)
    if ((phraseAt(frames.headPhrases, words, at)?.words.length ?? 0) === to - at) return true;
  return false;
}

const isLatin = (word: Word | undefined): boolean =>
  word !== undefined && word.shape !== 'wide' && word.shape !== 'sign' && word.shape !== 'number';

const isKatakana = (word: Word | undefined): boolean => /^\p{Script=Katakana}/u.test(word?.written ?? '');

/** A short name keeps what a longer one loses: 蓝湾科技有限公司 is 蓝湾科技, 宝德计算机系统股份有限公司 is 宝德计算机. */
const shortest = 4;

function withoutLegal(words: readonly Word[], from: number, to: number, frames: Frames): [number, number] {
  const lead = phraseAt(frames.legalPhrases, words, from);
  const first = lead ? Math.min(to, from + lead.words.length) : from;
  for (let at = Math.max(first + 1, to - 12); at < to; at += 1) {
    const tail = phraseAt(frames.legalPhrases, words, at);
    if (!tail || at + tail.words.length !== to) continue;
    if (tail.words.length === 1 && words[at - 1]?.shape === 'wide' && !isKatakana(words[at - 1])) break;
    if (tail.words.length > 6 && at - first < shortest) continue;
    return [first, at];
  }
  return [first, to];
}
