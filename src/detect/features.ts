import { bonds } from './bonds.ts';
import type { Mention } from './names/mentions.ts';
import { sectorOf } from './names/sectorOf.ts';
import type { Cue } from './read/lexicon.ts';
import type { Field, Reading } from './read/read.ts';
import { outlines } from './outline.ts';
import { relations, titleNames } from './relations.ts';
import { everyRun, namedRuns, type Vocabulary } from './runs.ts';
import { skeletons } from './skeleton.ts';

/** The kinds whose neighbours matter: who stands before and behind. */
const predicates = new Set([
  ...bonds,
  'sign',
  'pact',
  'acquire',
  'fund',
  'license',
  'supply',
  'integrate',
  'distribute',
  'end',
  'extend',
  'hire',
  'customer',
  'launch',
  'hedge',
]);
/** Further on, a lead turns to background. */
const nearWords = 60;
const readWords = 180;

/** What can be seen in an article, as readable names: `t.` is the title, `l.` the lead, `r.` the rest. */
export function features(reading: Reading, vocabulary = everyRun): string[] {
  const { title, lead } = reading;
  const seen = new Set<string>();
  const grams = (place: string, words: readonly string[], longest: number): void =>
    namedRuns(vocabulary(`${place}:`), words.slice(0, nearWords), longest, seen);
  grams('t', title.words, 3);
  grams('a', title.words, 2);
  grams('a', lead.words, 2);
  const kinds = {
    t: cueKinds(title.cues),
    l: cueKinds(lead.cues.filter(({ from }) => from < nearWords)),
    r: cueKinds(lead.cues.filter(({ from }) => from >= nearWords && from < readWords)),
  };
  for (const [place, found] of Object.entries(kinds)) for (const kind of found) seen.add(`${place}.${kind}`);
  for (const kind of new Set([...kinds.t, ...kinds.l])) seen.add(`any.${kind}`);
  pairs('t', kinds.t, seen);
  pairs('l', kinds.l, seen);
  neighbours('t', title, seen);
  neighbours('l', lead, seen);
  agreement(kinds.t, kinds.l, seen);
  company('t', title, kinds.t, seen);
  company('l', lead, kinds.l, seen);
  skeleton('t', skeletons(title, nearWords), vocabulary, seen);
  skeleton('l', skeletons(lead, nearWords), vocabulary, seen);
  for (const symbols of outlines(title, nearWords)) namedRuns(vocabulary('t+'), symbols, 4, seen);
  for (const [at, symbols] of outlines(lead, nearWords).entries())
    namedRuns(vocabulary(at === 0 ? 'l+' : 'm+'), symbols, at === 0 ? 3 : 1, seen);
  parties(reading, seen);
  const titled = organisations(title);
  const led = organisations(lead);
  aboutBoth(titled, led, seen);
  soonness(lead, kinds.t, seen);
  sectors([...titled], [...led], seen);
  return [...seen];
}

const cueKinds = (cues: readonly Cue[]): ReadonlySet<string> => new Set(cues.map(({ kind }) => kind));

function pairs(place: string, kinds: ReadonlySet<string>, seen: Set<string>): void {
  const held = bonds.filter((kind) => kinds.has(kind));
  seen.add(`${place}.bonds=${held.length}`);
  for (const other of kinds) {
    for (const bond of held) if (bond !== other) seen.add(`${place}.${bond}&${other}`);
    if (held.length === 0) seen.add(`${place}.none&${other}`);
  }
}

function neighbours(place: string, { words, cues }: Field, seen: Set<string>): void {
  for (const { kind, from, to } of cues) {
    if (!predicates.has(kind) || from >= readWords) continue;
    const before = words.slice(Math.max(0, from - 6), from).includes('ORG') ? 'ORG' : '_';
    const behind = words.slice(from, to + 5).includes('ORG') ? 'ORG' : '_';
    seen.add(`${place}.${before} ${kind} ${behind}`);
    seen.add(`${place}.${before} "${words.slice(from, to).join(' ')}" ${behind}`);
  }
}

function agreement(title: ReadonlySet<string>, lead: ReadonlySet<string>, seen: Set<string>): void {
  const inTitle = bonds.filter((kind) => title.has(kind));
  const inLead = bonds.filter((kind) => lead.has(kind));
  for (const one of inTitle) for (const other of inLead) seen.add(`tl.${one}&${other}`);
  seen.add(`tl.bonds=${Math.sign(inTitle.length)}${Math.sign(inLead.length)}`);
}

function company(place: string, field: Field, kinds: ReadonlySet<string>, seen: Set<string>): void {
  const names = new Set(
    field.organisations.filter(({ sure, product }) => sure && !product).map(({ name }) => name.toLowerCase()),
  ).size;
  const held = bonds.some((kind) => kinds.has(kind)) ? 'bond' : 'none';
  seen.add(`${place}.orgs=${Math.min(names, 4)}`);
  seen.add(`${place}.orgs=${Math.min(names, 3)}&${held}`);
}

function skeleton(
  place: string,
  sentences: readonly (readonly string[])[],
  vocabulary: Vocabulary,
  seen: Set<string>,
): void {
  for (const [at, symbols] of sentences.entries()) {
    if (place === 't') namedRuns(vocabulary('t~'), symbols, 4, seen);
    const where = place === 'l' && at > 0 ? 'm-' : `${place}-`;
    const bare = symbols.filter((symbol) => symbol !== '·');
    namedRuns(vocabulary(where), bare, where === 'm-' ? 2 : 4, seen);
  }
}

/** Whether title and lead speak of the same organisations. */
function aboutBoth(titled: ReadonlySet<string>, led: ReadonlySet<string>, seen: Set<string>): void {
  const same = [...titled].filter((name) => led.has(name)).length;
  const bond = seen.has('tl.bonds=00') ? 'none' : 'bond';
  const all = new Set([...titled, ...led]).size;
  seen.add(`tl.same=${Math.min(same, 3)}`).add(`tl.same=${Math.min(same, 3)}&${bond}`);
  seen.add(`tl.orgs=${Math.min(all, 4)}`).add(`tl.orgs=${Math.min(all, 4)}&${bond}`);
}

const organisations = ({ organisations: all }: Field): ReadonlySet<string> =>
  new Set(
    all.flatMap(({ sure, product, ordinary, from, organisation }) =>
      sure && !product && !ordinary && from < nearWords ? [organisation] : [],
    ),
  );

/** How soon a lead comes to a bond: what it says late is background. */
function soonness({ cues, sentences }: Field, titleKinds: ReadonlySet<string>, seen: Set<string>): void {
  const titled = bonds.some((kind) => titleKinds.has(kind)) ? 't' : '_';
  const first = cues.find(({ kind, from }) => from < readWords && bonds.includes(kind));
  const soon =
    first === undefined
      ? 'never'
      : (sentences[first.from] ?? 0) > 0
        ? 'later'
        : first.from < 12
          ? 'soon'
          : 'first';
  seen.add(`l.bond ${soon}`).add(`l.bond ${soon}&${titled}`);
}

function parties(reading: Reading, seen: Set<string>): void {
  const inTitle = titleNames(reading);
  const role = (mention: Mention | undefined): string =>
    mention === undefined ? '_' : inTitle(mention) ? 'T' : mention.sure ? 'O' : 'N';
  for (const { place, kind, before, after, with: hasWith, time, beside } of relations(reading)) {
    const b = role(before);
    const a = role(after);
    const self = before !== undefined && after !== undefined && before.organisation === after.organisation;
    const frame = `${kind}(${b},${self ? 'self' : a})`;
    seen.add(`${place}>${frame}`);
    seen.add(`any>${frame}`);
    if (hasWith) seen.add(`${place}>${frame}+with`);
    if (time !== '' && place !== 't' && bonds.includes(kind))
      seen.add(`${place}>${frame}+${time}`).add(`${place}>${kind}+${time}`);
    for (const other of beside)
      seen.add(`${place}>${kind}(${b === '_' ? '_' : 'X'},${a === '_' ? '_' : 'X'})+${other}`);
  }
}

/** What the named do: rivals are named together for other reasons than a carmaker and a chipmaker. */
function sectors(title: readonly string[], lead: readonly string[], seen: Set<string>): void {
  const bond = seen.has('tl.bonds=00') ? 'none' : 'bond';
  const titled = title.map(sectorOf);
  const led = lead.map(sectorOf);
  const all = [...titled, ...led].filter((sector) => sector !== undefined);
  for (const sector of titled)
    if (sector !== undefined) seen.add(`t.sector ${sector}`).add(`t.sector ${sector}&${bond}`);
  for (const sector of led) if (sector !== undefined) seen.add(`l.sector ${sector}`);
  seen.add(`tl.sectors=${Math.min(new Set(all).size, 3)}&${bond}`);
  const [one, other] = titled.length > 1 ? titled : [...titled, ...led];
  if (one === undefined || other === undefined) return;
  const alike = one === other ? 'same' : 'different';
  seen.add(`sectors ${[one, other].toSorted().join('+')}`);
  seen.add(`sectors ${alike}`).add(`sectors ${alike}&${bond}`);
}
