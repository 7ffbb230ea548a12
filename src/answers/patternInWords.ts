import type { Sentence } from '../words/sentence.ts';
import { isKey, type Key } from '../words/words.ts';

/** What stands in a sentence's pattern, apart from cues. */
const symbols: Readonly<Record<string, Key>> = {
  ORG: 'role.company',
  ORGS: 'symbol.orgs',
  NAME: 'symbol.name',
  NUM: 'symbol.number',
  PLACE: 'symbol.place',
  PROD: 'symbol.product',
  '·': 'symbol.other',
  act: 'symbol.act',
  and: 'symbol.and',
  for: 'symbol.for',
  in: 'symbol.in',
  maker: 'symbol.maker',
  of: 'symbol.of',
  the: 'symbol.the',
  thing: 'symbol.thing',
  with: 'symbol.with',
};

/** A kind of cue as a lexicon heads it. */
export function cueInWords(kind: string): Sentence | undefined {
  const say = `cue.${kind}`;
  return isKey(say) ? { say } : undefined;
}

/** A company by what it does, as the gazetteer heads it. */
export function fieldInWords(sector: string): Sentence | undefined {
  const say = `sector.${sector}`;
  return isKey(say) ? { say: 'feature.field', field: { say } } : undefined;
}

/** Words of an article, where `ORG` and its like stand for others. */
export function quoteInWords(text: string): Sentence {
  const symbol = symbols[text];
  return /^[A-Z]+$/u.test(text) && symbol
    ? { say: symbol }
    : { say: 'feature.words', words: text.replaceAll(/\b(?:ORG|NUM|PROD)\b/gu, '…') };
}

/** A run of symbols, such as `^ ORGS launch`; nothing when one of them has no word. */
export function patternInWords(pattern: string): Sentence | undefined {
  const [first = '', ...rest] = pattern.split(' ');
  const run = (first === '^' ? rest : [first, ...rest]).map((symbol): Sentence | undefined => {
    const say = symbols[symbol];
    return say ? { say } : cueInWords(symbol);
  });
  const known = run.filter((symbol) => symbol !== undefined);
  const [start, ...others] = known;
  if (!start || known.length < run.length) return undefined;
  const what = others.reduce(
    (before, next): Sentence => ({ say: 'feature.sequence', first: before, next }),
    start,
  );
  return first === '^' ? { say: 'feature.begins', what } : what;
}
