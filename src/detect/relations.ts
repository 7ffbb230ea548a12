import type { Mention } from './names/mentions.ts';
import type { Field, Reading } from './read/read.ts';

/** The cue kinds that say what two parties do or have together. */
export const relating: ReadonlySet<string> = new Set([
  'join',
  'bond',
  'deal',
  'jointly',
  'venture',
  'consortium',
  'license',
  'supply',
  'distribute',
  'integrate',
  'research',
  'sign',
  'pact',
  'extend',
  'end',
  'launch',
  'acquire',
  'fund',
  'customer',
  'make',
]);

/** Who stands around a cue. */
export interface Relation {
  /** `t` title, `l` first sentence of the lead, `m` further on. */
  readonly place: 't' | 'l' | 'm';
  readonly kind: string;
  readonly words: string;
  readonly before: Mention | undefined;
  readonly after: Mention | undefined;
  readonly with: boolean;
  /** Whether words of news or of the past stand around. */
  readonly time: 'new' | 'old' | '';
  /** What else the sentence says: cue kinds. */
  readonly beside: readonly string[];
}

const reachBefore = 12;
const reachAfter = 10;
const furthest = 120;

export function relations({ title, lead }: Reading): Relation[] {
  return [...relationsIn(title, () => 't'), ...relationsIn(lead, (sentence) => (sentence === 0 ? 'l' : 'm'))];
}

function relationsIn(field: Field, placeOf: (sentence: number) => Relation['place']): Relation[] {
  return field.cues
    .filter(({ kind, from }) => relating.has(kind) && from < furthest)
    .map(({ kind, from, to }) => {
      const sentence = field.sentences[from] ?? 0;
      return {
        place: placeOf(sentence),
        kind,
        words: field.words.slice(from, to).join(' '),
        before: nearest(field, from, -1, reachBefore),
        after: nearest(field, from, 1, reachAfter + (to - from)),
        time: timeOf(field.words, from, to),
        with: field.classes.slice(from, to + 3).includes('with'),
        beside: field.cues
          .filter((cue) => field.sentences[cue.from] === sentence && cue.kind !== kind)
          .map((cue) => cue.kind),
      };
    });
}

const fresh = new Set(
  'announced announces announce today monday tuesday wednesday thursday friday new has have will signed'.split(
    ' ',
  ),
);
const past = new Set(
  'previously earlier last ago since already had was were which who whose founded existing prior former once recently'.split(
    ' ',
  ),
);

function timeOf(words: readonly string[], from: number, to: number): 'new' | 'old' | '' {
  for (let at = Math.max(0, from - 5); at < Math.min(words.length, to + 5); at += 1) {
    const word = words[at] ?? '';
    if (past.has(word)) return 'old';
    if (fresh.has(word) && (at < from || at >= to)) return 'new';
  }
  return '';
}

function nearest(
  { names, sentences }: Field,
  from: number,
  step: 1 | -1,
  reach: number,
): Mention | undefined {
  for (let at = from + (step < 0 ? -1 : 0), left = reach; left > 0; at += step, left -= 1) {
    if (sentences[at] !== sentences[from]) return undefined;
    const name = names[at];
    if (name && !name.product) return name;
  }
  return undefined;
}

/** Whether the title names an organisation, in whatever way. */
export function titleNames({ title }: Reading): (mention: Mention) => boolean {
  const known = new Set<string>();
  for (const { organisation } of title.organisations) {
    known.add(organisation);
    const [first = ''] = organisation.split(/[\s'’]/u);
    if (first.length > 2) known.add(first);
  }
  return ({ organisation }) => known.has(organisation) || known.has(organisation.split(/[\s'’]/u)[0] ?? '');
}
