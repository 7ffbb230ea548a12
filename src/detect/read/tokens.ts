/** A word, a lone CJK character, a run of katakana, or a sign; offsets are UTF-16, half open. */
export interface Token {
  /** Lower case, compatibility forms folded, apostrophes straightened. */
  readonly norm: string;
  readonly start: number;
  readonly end: number;
}

// Katakana is a word; Han, Hiragana and Hangul go sign by sign, and end a word of letters: no spaces do.
const anyToken =
  /[\p{Script=Katakana}ー]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}々〆]|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆]]+|[^\s\p{C}]/vy;

/** What is read of a text: enough for any title and lead, and a bound on the work that a stranger can cause. */
export const readableLength = 1_200;

/** The words of a text in order. */
export function tokens(text: string): Token[] {
  const read = text.length > readableLength ? text.slice(0, readableLength) : text;
  const found: Token[] = [];
  for (let start = 0; start < read.length; ) {
    const end = endOf(read, start);
    if (end > start) found.push({ norm: folded(read.slice(start, end)), start, end });
    start = Math.max(end, start + 1);
  }
  return found;
}

/** The norm of the first word of a text, without reading the others. */
export function firstWord(text: string): string | undefined {
  for (let start = 0; start < text.length; start += 1) {
    const end = endOf(text, start);
    if (end > start) return folded(text.slice(start, end));
  }
  return undefined;
}

/** Where the token ends that begins at `start`; `start` itself where none does. */
function endOf(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (isBlank(code)) return start;
  if (isPlainSign(code) || isLoneSign(code)) return start + 1;
  if (isPlainWord(code)) {
    let end = start + 1;
    while (isPlainWord(text.charCodeAt(end))) end += 1;
    // At the end of the text the code is NaN.
    if (end === text.length || isBlank(text.charCodeAt(end)) || isPlainSign(text.charCodeAt(end))) return end;
  }
  anyToken.lastIndex = start;
  return anyToken.test(text) ? anyToken.lastIndex : start;
}

// The codes of most words of most languages, told apart without the expression: several times faster.
const isBlank = (code: number): boolean => code <= 0x20 || code === 0x7f;
/** ASCII letters and digits. */
export const isPlainWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
/** ASCII signs, and the dashes, quotation marks and dots of typesetters. */
const isPlainSign = (code: number): boolean =>
  (code < 0x7f && code > 0x20 && !isPlainWord(code)) || (code >= 0x2010 && code <= 0x2027);

/** Han, Hiragana and Hangul go sign by sign. */
export const isLoneSign = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0x3041 && code <= 0x3096);

const beyondAscii = /[^ -~]/u;

function folded(written: string): string {
  if (!beyondAscii.test(written)) return written.toLowerCase();
  if (written === '’' || written === '‘' || written === 'ʼ') return "'";
  return written.normalize('NFKC').toLowerCase();
}
