import { bonds } from './bonds.ts';
import type { Field } from './read/read.ts';
import { isName } from './skeleton.ts';
import { topicOf } from './topics.ts';

/** They stand before what their words speak of. */
const together = new Set(bonds);
const binding = new Set([
  'with',
  'and',
  'for',
  'by',
  'in',
  'on',
  'from',
  'of',
  'between',
  'without',
  'say',
  'rival',
  'compound',
]);

/** A field's sentences as names, cues of togetherness, topics and what binds them; names in a list come together as `ORGS`. */
export function outlines({ words, classes, cues, sentences }: Field, mostWords: number): string[][] {
  const length = Math.min(words.length, mostWords);
  const symbols: string[] = [];
  for (let at = 0; at < length; at += 1) {
    const place = classes[at] ?? '';
    const word = words[at] ?? '';
    symbols.push(
      place === 'ORG' || place === 'NAME' || place === 'PROD'
        ? place
        : word === ','
          ? ','
          : binding.has(place)
            ? place
            : (topicOf(word) ?? ''),
    );
  }
  for (const { kind, from, to } of cues) {
    if (!together.has(kind)) continue;
    for (let at = from; at < Math.min(to, length); at += 1)
      if (!isName(symbols[at]) && symbols[at] !== 'with') symbols[at] = kind;
  }
  const found: string[][] = [];
  let open: string[] = [];
  let sentence = -1;
  for (let at = 0; at < length; at += 1) {
    const symbol = symbols[at] ?? '';
    if (sentences[at] !== sentence) {
      sentence = sentences[at] ?? 0;
      open = ['^'];
      found.push(open);
    }
    const last = open.at(-1);
    if (symbol === '' || symbol === last) continue;
    if (isName(symbol) && (last === 'and' || last === ',') && isName(open.at(-2))) open.splice(-2, 2, 'ORGS');
    else if (last === ',') open.splice(-1, 1, symbol);
    else open.push(symbol);
  }
  return found;
}
