import type { Mention } from '../names/mentions.ts';
import type { Field, Reading } from '../read/read.ts';
import { type Relation, relations } from '../relations.ts';

/** An organisation that may be a partner, and what can be seen of it, as readable names. */
export interface Candidate {
  readonly name: string;
  readonly organisation: string;
  readonly features: readonly string[];
}

/** Further on, a lead turns to background. */
const furthest = 120;

/** Every organisation an article names, once, in order of appearance. */
export function candidates(reading: Reading): Candidate[] {
  const found = new Map<string, { readonly name: string; readonly seen: Set<string> }>();
  const related = relations(reading);
  const lists = [...listsIn(reading.title), ...listsIn(reading.lead)];
  const listOf = (mention: Mention): readonly Mention[] => lists.find((list) => list.includes(mention)) ?? [];
  const holding = (organisation: string, name: string): Set<string> => {
    const held = found.get(organisation) ?? { name, seen: new Set<string>() };
    found.set(organisation, { ...held, name: fuller(held.name, name) });
    return held.seen;
  };
  for (const field of [reading.title, reading.lead]) {
    for (const at of starts(field)) {
      const mention = field.names[at];
      if (!mention) continue;
      const { short } = mention;
      const whole = holding(mention.organisation, mention.name);
      const list = listOf(mention);
      observe(mention, at, field, related, list, whole);
      spelling(mention, mention.known, whole);
      if (!short) continue;
      whole.add('form longer than known');
      const part = holding(short.organisation, short.name);
      observe(mention, at, field, related, list, part);
      spelling({ ...mention, name: short.name }, true, part);
      part.add('form part of longer');
    }
  }
  const titled = [...found.values()].filter(({ seen }) => seen.has('in title')).length;
  return [...found].map(([organisation, { name, seen }], at) => {
    seen.add(`order ${Math.min(at, 5)}`);
    const place = seen.has('in title') ? (seen.has('in lead') ? 'both' : 'title') : 'lead';
    seen.add(`place ${place}`);
    seen.add(`place ${place} of ${Math.min(titled, 4)} titled`);
    if (place !== 'lead') seen.add(`order ${Math.min(at, 4)} of ${Math.min(titled, 5)}`);
    if (containedIn(organisation, found)) seen.add('part of another');
    if (containsOne(organisation, found)) seen.add('holds another');
    return { name, organisation, features: [...seen] };
  });
}

/** Japanese headlines shorten what the lead spells out: 東大 stands for 東京大学, ドコモ for NTTドコモ. */
function fuller(held: string, other: string): string {
  if (!/[\p{Script=Katakana}学所車鉄]$/u.test(other) || other.length <= held.length) return held;
  let at = 0;
  for (const sign of other) if (sign === held[at]) at += 1;
  return at === held.length ? other : held;
}

function starts({ names }: Field): number[] {
  const found: number[] = [];
  for (let at = 0; at < Math.min(names.length, furthest); at += 1)
    if (names[at] && names[at] !== names[at - 1]) found.push(at);
  return found;
}

/** Names with nothing but a comma or an "and" between them. */
function listsIn({ names, words, classes, sentences }: Field): Mention[][] {
  const lists: Mention[][] = [];
  let open: Mention[] = [];
  let end = 0;
  for (let at = 0; at < Math.min(names.length, furthest); at += 1) {
    const name = names[at];
    if (name === undefined || name === names[at - 1]) {
      if (name) end = at + 1;
      continue;
    }
    const joined =
      open.length > 0 &&
      at - end <= 2 &&
      at > end &&
      sentences[end - 1] === sentences[at] &&
      words
        .slice(end, at)
        .every((word, step) => word === ',' || word === '、' || classes[end + step] === 'and');
    if (joined) open.push(name);
    else lists.push((open = [name]));
    end = at + 1;
  }
  return lists.filter((list) => list.length > 1);
}

function observe(
  mention: Mention,
  at: number,
  field: Field,
  related: readonly Relation[],
  list: readonly Mention[],
  seen: Set<string>,
): void {
  const { classes, names, words, sentences } = field;
  let end = at + 1;
  while (end < names.length && names[end] === mention) end += 1;
  const sentence = sentences[at] ?? 0;
  const place = field.in === 'title' ? 't' : sentence === 0 ? 'l' : 'm';
  seen.add(`in ${field.in === 'title' ? 'title' : 'lead'}`);
  seen.add(`in ${place}`);
  if (seen.has(`seen ${place}`)) seen.add(`twice ${place}`);
  seen.add(`seen ${place}`);
  const said = (position: number): string =>
    position < 0 || sentences[position] !== sentence ? '^' : classes[position] || sign(words[position]);
  const before = said(at - 1);
  const after = end < names.length && sentences[end] === sentence ? classes[end] || sign(words[end]) : '$';
  seen.add(`before ${before}`);
  seen.add(`after ${after}`);
  seen.add(`${place} before ${before}`);
  seen.add(`${place} after ${after}`);
  seen.add(`${place} ${before} _ ${after}`);
  seen.add(`before ${said(at - 2)} ${before}`);
  if (end + 1 < names.length) seen.add(`after ${after} ${classes[end + 1] || sign(words[end + 1])}`);
  seen.add(`word before ${words[at - 1] ?? '^'}`);
  seen.add(`word after ${words[end] ?? '$'}`);
  for (const relation of related) {
    if (relation.before === mention)
      seen.add(`${relation.place} before ${relation.kind}`).add(`subject of ${relation.kind}`);
    else if (relation.before && list.includes(relation.before))
      seen.add(`listed subject of ${relation.kind}`);
    if (relation.after === mention) {
      seen.add(`${relation.place} after ${relation.kind}`).add(`object of ${relation.kind}`);
      if (relation.with) seen.add(`with of ${relation.kind}`);
    } else if (relation.after && list.includes(relation.after)) {
      seen.add(`listed object of ${relation.kind}`);
      if (relation.with) seen.add(`listed with of ${relation.kind}`);
    }
  }
  if (list.length > 1) seen.add(`list of ${Math.min(list.length, 4)}`);
}

function spelling(
  { name, sure, product, ordinary, short }: Mention,
  known: boolean,
  seen: Set<string>,
): void {
  if (ordinary) seen.add('ordinary words');
  if (!short) seen.add('form alone');
  seen.add(known ? 'known' : sure ? 'unknown' : 'unsure');
  if (product) seen.add('product');
  if (/^\p{Lu}{2,}$/u.test(name)) seen.add('all capitals');
  if (/\p{N}/u.test(name)) seen.add('digits');
  if (/[\p{Script=Han}\p{Script=Hiragana}]/u.test(name)) {
    seen.add(`signs ${Math.min(name.length, 9)}`);
    for (let size = 1; size <= 2; size += 1) seen.add(`ends …${name.slice(-size)}`);
  } else {
    const words = name.split(' ');
    seen.add(`words ${Math.min(words.length, 5)}`);
    seen.add(`ends ${(words.at(-1) ?? '').toLowerCase()}`);
    if (words.length > 1) seen.add(`starts ${(words[0] ?? '').toLowerCase()}`);
  }
}

const sign = (word: string | undefined): string =>
  word === undefined ? '$' : /^[\p{L}\p{N}]/u.test(word) ? '·' : word;

const containedIn = (organisation: string, found: ReadonlyMap<string, unknown>): boolean =>
  [...found.keys()].some((other) => other !== organisation && other.includes(organisation));
const containsOne = (organisation: string, found: ReadonlyMap<string, unknown>): boolean =>
  [...found.keys()].some((other) => other !== organisation && organisation.includes(other));
