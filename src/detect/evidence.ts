import type { Finding } from '../model.ts';
import type { Cue } from './read/lexicon.ts';
import type { Detectable, Field, Reading } from './read/read.ts';

type Evidence = Pick<Finding, 'evidence' | 'marks'>;
type Range = readonly [start: number, end: number];

/** The kinds of cue that say "two act together", heaviest first. */
const telling: Readonly<Record<string, number>> = {
  join: 3,
  bond: 3,
  venture: 3,
  consortium: 2,
  jointly: 2,
  deal: 2,
  pact: 2,
  work: 2,
  enlist: 2,
  edition: 1,
  gather: 1,
  member: 1,
  contract: 1,
  terms: 1,
  sign: 1,
  license: 1,
  integrate: 1,
  supply: 1,
};
/** What may follow a sentence's full stop: a space, or nothing in scripts that write none. */
const sentenceEnd = /[.!?…]+["'”’)\]]*(?=\s)|[。！？]+["”’」』）]*|\n+/gu;
const longestEvidence = 400;

/** The sentence of title or text that says most of a partnership, the deciding words marked. */
export function evidence(article: Detectable, { title, lead }: Reading): Evidence {
  if (![...title.cues, ...lead.cues].some(({ kind }) => telling[kind] !== undefined))
    return { evidence: '', marks: [] };
  const candidates = [
    ...sentences(article.title).map((range) => candidate(article.title, range, title, 1.5)),
    ...sentences(article.text).map((range, at) => candidate(article.text, range, lead, 1 / (1 + at / 4))),
  ];
  let best: (Evidence & { readonly score: number }) | undefined;
  for (const each of candidates) if (each.score > (best?.score ?? 0)) best = each;
  return best ? { evidence: best.evidence, marks: best.marks } : { evidence: '', marks: [] };
}

function sentences(text: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const { index, 0: end } of text.slice(0, 4_000).matchAll(sentenceEnd)) {
    found.push([start, index + end.length]);
    start = index + end.length;
  }
  found.push([start, text.length]);
  return found.filter(([from, to]) => text.slice(from, to).trim() !== '');
}

function candidate(text: string, [from, to]: Range, field: Field, weight: number) {
  const start = from + (/^\s*/u.exec(text.slice(from, to))?.[0].length ?? 0);
  const sentence = text.slice(start, to).trimEnd().slice(0, longestEvidence);
  const end = start + sentence.length;
  const cues = field.cues.filter(({ kind }) => telling[kind] !== undefined);
  const places = cues.map((cue) => ({ kind: cue.kind, range: placeOf(cue, field) }));
  const inside = places.filter(({ range }) => range[0] >= start && range[1] <= end);
  const kinds = new Set(inside.map(({ kind }) => kind));
  const said = [...kinds].reduce((sum, kind) => sum + (telling[kind] ?? 0), 0);
  const names = field.organisations.filter((name) => name.start >= start && name.end <= end).length;
  const marks = merged(inside.map(({ range }) => [range[0] - start, range[1] - start]));
  return { evidence: sentence, marks, score: said === 0 ? 0 : weight * (said + Math.min(names, 3)) };
}

function placeOf({ from, to }: Cue, { places }: Field): Range {
  return [places[from]?.start ?? 0, places[to - 1]?.end ?? 0];
}

function merged(ranges: readonly Range[]): Range[] {
  const whole: [number, number][] = [];
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = whole.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole;
}
