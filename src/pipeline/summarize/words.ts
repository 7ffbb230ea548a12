const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export const isWide = (text: string): boolean => wide.test(text);

/** The words that carry a text, without endings; pairs of signs where words have no spaces. */
export function contentWords(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!isWide(word)) {
      if (word.length > 3 || /\p{N}/u.test(word)) found.add(word.slice(0, 6));
      continue;
    }
    const signs = Array.from(word);
    for (let at = 1; at < signs.length; at += 1) found.add(`${signs[at - 1]}${signs[at]}`);
  }
  return found;
}

/** What share of the words of `a` are in `b`; 0 when it has none. */
export const shareIn = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size === 0 ? 0 : a.intersection(b).size / a.size;
