import { describe, expect, it } from 'vitest';
import { inEnglish, inWords, type Sentence } from '../../src/words/sentence.ts';
import { catalogues, spoken, words } from '../../src/words/words.ts';
import { reasons } from './reasons.ts';

const keys = (sentence: Sentence): readonly string[] => [
  sentence.say,
  ...Object.values(sentence)
    .flat()
    .flatMap((value) => (typeof value === 'object' && 'say' in value ? keys(value) : [])),
];

/** What others said, and names: these stay as they are in every language. */
const quoted = (sentence: Sentence): readonly string[] =>
  Object.entries(sentence)
    .flatMap(([name, value]) => (name === 'say' ? [] : [value].flat()))
    .flatMap((value) => (typeof value === 'object' ? ('say' in value ? quoted(value) : []) : [String(value)]))
    .toSorted((a, b) => b.length - a.length);

const typed = /npm run -s pactwire -- opml import FILE|Bot → Reset Token|https?:\S+/gu;
/** Three words in a row are enough of a sentence to tell its language by. */
const phrases = (sentence: Sentence, said: string): ReadonlySet<string> => {
  const own = quoted(sentence).reduce(
    (text, quote) => text.replaceAll(quote, '·'),
    said.replaceAll(typed, '·'),
  );
  const found = own.toLowerCase().match(/[\p{L}’']+|[^\p{L}\s]+/gu) ?? [];
  const runs = found.slice(2).map((_, at) => found.slice(at, at + 3));
  return new Set(runs.filter((run) => run.every((word) => /\p{L}/u.test(word))).map((run) => run.join(' ')));
};

describe.each(spoken.filter((language) => language !== 'en'))('in %s', (language) => {
  it.each(reasons)('%s is said without English', (_what, reason) => {
    const [english, said] = [inEnglish(reason), inWords(reason, words(language))];
    expect(said).not.toBe(english);
    const left = phrases(reason, english).intersection(phrases(reason, said));
    expect([...left]).toEqual([]);
    const quotes = quoted(reason).filter((quote) => /\p{L}/u.test(quote) && english.includes(quote));
    expect(quotes.filter((quote) => !said.includes(quote))).toEqual([]);
  });
});

it('every sentence on what goes wrong is among them', () => {
  const families = /^(?:discord|telegram|feed|document)\.|^import\.notOpml$/u;
  const all = Object.keys(catalogues.en).filter((key) => families.test(key));
  expect([...new Set(reasons.flatMap(([, reason]) => keys(reason)))]).toEqual(expect.arrayContaining(all));
});
