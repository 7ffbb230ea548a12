import type { Field } from './read/read.ts';

/** Cue kinds that carry a sentence, the more particular first: where two cover a word equally long, the first stands for it. */
const carrying = [
  'negate',
  'end',
  'hedge',
  'venture',
  'join',
  'bond',
  'jointly',
  'consortium',
  'deal',
  'pact',
  'license',
  'supply',
  'distribute',
  'integrate',
  'research',
  'acquire',
  'fund',
  'law',
  'hire',
  'customer',
  'sign',
  'extend',
  'launch',
  'make',
  'states',
  'programme',
  'shop',
  'guide',
  'review',
] as const;
const rank: ReadonlyMap<string, number> = new Map(carrying.map((kind, at) => [kind, at]));
export const isName = (symbol: string | undefined): boolean =>
  symbol === 'ORG' || symbol === 'NAME' || symbol === 'ORGS';
const listing = new Set(['and', ',']);

/**
 * The sentences of a field as what their parts do: `ORG`, cue kinds, classes of frames, `·` for other words.
 * Names that are listed come together as `ORGS`, so that "A, B and C team up" reads `^ ORGS join`.
 */
export function skeletons({ words, classes, cues, sentences }: Field, mostWords: number): string[][] {
  const symbols: string[] = words
    .slice(0, mostWords)
    .map((word, at) => classes[at] || (word === ',' ? ',' : '·'));
  const covered = new Int8Array(symbols.length);
  for (const { kind, from, to } of cues) {
    const weight = rank.get(kind);
    if (weight === undefined) continue;
    for (let at = from; at < Math.min(to, symbols.length); at += 1) {
      if (isName(symbols[at]) || words[at] === 'ORG') continue;
      const held = rank.get(symbols[at] ?? '') ?? 99;
      const span = to - from;
      if (span > (covered[at] ?? 0) || (span === covered[at] && weight < held)) {
        symbols[at] = kind;
        covered[at] = span;
      }
    }
  }
  const found: string[][] = [];
  for (let from = 0; from < symbols.length; ) {
    let to = from;
    while (to < symbols.length && sentences[to] === sentences[from]) to += 1;
    found.push(listed(symbols.slice(from, to)));
    from = to;
  }
  return found;
}

function listed(symbols: readonly string[]): string[] {
  const joined: string[] = ['^'];
  for (const [at, symbol] of symbols.entries()) {
    const last = joined.at(-1);
    if (symbol === last && symbol !== 'ORG') continue;
    if (isName(symbol) && listing.has(last ?? '') && isName(joined.at(-2))) {
      joined.splice(-2, 2, 'ORGS');
    } else if (symbol === ',' && !(isName(symbols[at + 1]) && isName(last))) {
      if (last !== '·') joined.push('·');
    } else {
      joined.push(symbol);
    }
  }
  return joined;
}
