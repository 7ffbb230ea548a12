const han = /[\p{Script=Han}\p{Script=Hiragana}]/u;
const pieces =
  /[\p{Script=Han}\p{Script=Hiragana}々〆]+|[\p{Script=Katakana}ー]+|\p{N}+(?:[.,]\p{N}+)*|(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})[\p{L}\p{M}\p{N}])+/gu;

/** As many letters as most words keep through their endings: "partner", "partners", "partnership". */
const stemLength = 6;

/**
 * What a text is about, as comparable pieces: words without endings, numbers as written, and pairs of signs where a
 * script has no spaces (bigrams find Chinese and Japanese words without a dictionary).
 */
export function terms(text: string): string[] {
  const found: string[] = [];
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’]s\b/gu, '');
  for (const [piece] of plain.matchAll(pieces)) {
    if (!han.test(piece)) {
      if (piece.length > 1) found.push(stem(piece));
    } else if (piece.length === 1) {
      found.push(piece);
    } else {
      const signs = Array.from(piece);
      for (let at = 1; at < signs.length; at += 1) found.push(`${signs[at - 1]}${signs[at]}`);
    }
  }
  return found;
}

function stem(word: string): string {
  if (word.length <= 3 || /^\p{N}/u.test(word)) return word;
  const cut = word.slice(0, stemLength);
  return cut.length === word.length && cut.endsWith('s') ? cut.slice(0, -1) : cut;
}
