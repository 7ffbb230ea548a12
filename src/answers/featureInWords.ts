import { inWords, type Sentence } from '../words/sentence.ts';
import type { Key, Words } from '../words/words.ts';
import { cueInWords, fieldInWords, patternInWords, quoteInWords } from './patternInWords.ts';

type Table = Readonly<Record<string, Key>>;

const places: Table = {
  t: 'where.title',
  l: 'where.lead',
  m: 'where.rest',
  r: 'where.rest',
  a: 'where.any',
  any: 'where.any',
  tl: 'where.both',
  sectors: 'where.both',
};
const roles: Table = {
  T: 'role.ofTitle',
  O: 'role.other',
  N: 'role.perhaps',
  X: 'role.company',
  ORG: 'role.company',
  self: 'role.same',
  _: 'role.nobody',
};
const circumstances: Table = { with: 'feature.with', new: 'feature.new', old: 'feature.old' };
const spots: Table = { '01': 'feature.inLead', '10': 'feature.inTitle', '11': 'feature.inBoth' };
const moments: Table = { soon: 'feature.atOnce', first: 'feature.firstSentence', later: 'feature.later' };
const likeness: Table = { same: 'feature.sameField', different: 'feature.otherFields' };
const titles: Table = { t: 'feature.titleHas', _: 'feature.titleHasNone' };

const named = (table: Table, name = ''): Sentence | undefined => {
  const say = table[name];
  return say && { say };
};
const bonds = (count: number): Sentence => ({ say: 'feature.bonds', count });
const also = (what: Sentence | undefined, more: Sentence | undefined): Sentence | undefined =>
  what && more && { say: 'feature.also', what, also: more };

function around(cue: Sentence | undefined, before?: string, after?: string): Sentence | undefined {
  const [left, right] = [named(roles, before), named(roles, after)];
  return cue && left && right && { say: 'feature.around', cue, before: left, after: right };
}

/** What a feature says apart from where; nothing where there is no better word for it than its name. */
type Meaning = (...parts: readonly (string | undefined)[]) => Sentence | undefined;

/** How many companies; `most` stands for all above it, and the other part says whether words of cooperation do too. */
const counted =
  (say: Key, most: (beside: string | undefined) => number): Meaning =>
  (count, beside) => {
    const number: Sentence = { say, count: Number(count) };
    const what: Sentence = Number(count) < most(beside) ? number : { say: 'feature.atLeast', what: number };
    return beside === undefined ? what : also(what, bonds(beside === 'bond' ? 1 : 0));
  };

const relation: Meaning = (kind = '', before, after, more) => {
  const cue = cueInWords(kind);
  const what = before === undefined ? cue : around(cue, before, after);
  if (more === undefined) return what;
  const beside = cueInWords(more);
  return also(what, named(circumstances, more) ?? (beside && { say: 'feature.beside', cue: beside }));
};

/** What is said, and whether words of cooperation stand beside it. */
const withBond = (what: Sentence | undefined, bond: string | undefined): Sentence | undefined =>
  bond === undefined ? what : also(what, bonds(bond === 'bond' ? 1 : 0));

const pair: Meaning = (one = '', other = '') => {
  const [first, next] = [cueInWords(one), cueInWords(other)];
  return first && next && { say: 'feature.also', what: first, also: next };
};

/** The families of docs/detection.md; what is caught first is the place. */
const families: readonly (readonly [RegExp, Meaning])[] = [
  [/^([ta]):(.+)$/u, (text = '') => quoteInWords(text)],
  [/^(t|l|r|any)\.([a-z]+)$/u, (kind = '') => cueInWords(kind)],
  [/^([tl])\.bonds=(\d)$/u, (count) => bonds(Number(count))],
  [/^([tl])\.orgs=(\d)(?:&(bond|none))?$/u, counted('feature.orgs', (beside) => (beside ? 3 : 4))],
  [/^(tl)\.orgs=(\d)(?:&(bond|none))?$/u, counted('feature.orgs', () => 4)],
  [/^(tl)\.same=(\d)(?:&(bond|none))?$/u, counted('feature.common', () => 3)],
  [/^(tl)\.bonds=(\d\d)$/u, (spot) => named(spots, spot) ?? bonds(0)],
  [
    /^(tl)\.([a-z]+)&([a-z]+)$/u,
    (one = '', other = '') => {
      const [first, next] = [cueInWords(one), cueInWords(other)];
      return first && next && { say: 'feature.then', first, next };
    },
  ],
  [
    /^([tl])\.none&([a-z]+)$/u,
    (kind = '') => {
      const cue = cueInWords(kind);
      return cue && { say: 'feature.alone', cue };
    },
  ],
  [/^([tl])\.([a-z]+)&([a-z]+)$/u, pair],
  [
    /^(l)\.bond (never|soon|first|later)(?:&([t_]))?$/u,
    (moment, title) => {
      const what = named(moments, moment) ?? bonds(0);
      return title === undefined ? what : also(what, named(titles, title));
    },
  ],
  [
    /^([tl])\.(ORG|_) "(.+)" (ORG|_)$/u,
    (before, text = '', after) => around(quoteInWords(text), before, after),
  ],
  [
    /^([tl])\.(ORG|_) ([a-z]+) (ORG|_)$/u,
    (before, kind = '', after) => around(cueInWords(kind), before, after),
  ],
  [/^(t|l|m|any)>([a-z]+)(?:\((\w+),(\w+)\))?(?:\+(\w+))?$/u, relation],
  [
    /^([tl])\.sector ([a-z]+)(?:&(bond|none))?$/u,
    (sector = '', bond) => withBond(fieldInWords(sector), bond),
  ],
  [/^(tl)\.sectors=(\d)&(bond|none)$/u, counted('feature.fields', () => 3)],
  [/^(sectors) (same|different)(?:&(bond|none))?$/u, (alike, bond) => withBond(named(likeness, alike), bond)],
  [/^(sectors) ([a-z]+)\+([a-z]+)$/u, (one = '', other = '') => also(fieldInWords(one), fieldInWords(other))],
  [/^([tlm])[~+-](.+)$/u, (pattern = '') => patternInWords(pattern)],
];

/** A feature as a person would put it: "Title: joining forces"; nothing where its own name says it best. */
export function featureInWords(feature: string, words: Words): string | undefined {
  for (const [pattern, meaning] of families) {
    const found = pattern.exec(feature);
    if (!found) continue;
    const [, place, ...parts] = found;
    const [name, what] = [named(places, place), meaning(...parts)];
    return name && what && inWords({ say: 'list.named', name, what }, words);
  }
  return undefined;
}
