import { bonds, looseBonds } from './bonds.ts';
import type { Mention } from './names/mentions.ts';
import { sectorOf } from './names/sectorOf.ts';
import type { Cue, Lexicon } from './read/lexicon.ts';
import type { Field, Reading } from './read/read.ts';

/** The cue kinds that say that two act together; what stands in their sentence speaks of the partnership. */
const telling = new Set([...bonds, ...looseBonds, 'sign', 'license', 'supply']);
const readWords = 60;

/**
 * What tells kinds and stages apart, as readable names: single words, cues with their words, marked where
 * the sentence also says that two act together, and what those do who are named.
 */
export function manner({ title, lead, lexicon }: Reading): string[] {
  const seen = new Set<string>();
  observe('t', title, lexicon, seen);
  observe('l', lead, lexicon, seen);
  sectors(named(title.organisations), named(lead.organisations), seen);
  return [...seen];
}

function observe(
  place: string,
  { words: all, cues, sentences }: Field,
  lexicon: Lexicon,
  seen: Set<string>,
): void {
  const words = all.slice(0, readWords);
  for (const word of words) {
    const stem = stemmed(word);
    seen.add(`${place}:${stem}`).add(`w:${stem}`);
  }
  const near = [...cues, ...lexicon.findManner(words)].filter(({ from }) => from < readWords);
  const together = new Set(near.filter(({ kind }) => telling.has(kind)).map(({ from }) => sentences[from]));
  for (const cue of near) {
    const sentence = sentences[cue.from];
    const where = place === 't' ? 't' : sentence === 0 ? 'l' : 'm';
    heard(cue, where, words, together.has(sentence), seen);
  }
}

function heard(
  { kind, from, to }: Cue,
  where: string,
  words: readonly string[],
  beside: boolean,
  seen: Set<string>,
): void {
  const phrase = words.slice(from, to).join(' ');
  seen.add(`${where}.${kind}`).add(`any.${kind}`).add(`${kind} "${phrase}"`);
  if (beside) seen.add(`${where}.${kind} beside`).add(`beside ${kind} "${phrase}"`);
}

/** What the named do, and what the first two do, whose partnership it mostly is. */
function sectors(title: readonly string[], lead: readonly string[], seen: Set<string>): void {
  const inTitle = title.map(sectorOf);
  const others = lead.filter((name) => !title.includes(name)).map(sectorOf);
  for (const sector of inTitle) if (sector !== undefined) seen.add(`t.sector ${sector}`);
  for (const sector of [...inTitle, ...others]) if (sector !== undefined) seen.add(`sector ${sector}`);
  const [one, other] = inTitle.length > 1 ? inTitle : [...inTitle, ...others];
  if (one !== undefined || other !== undefined)
    seen.add(`sectors ${[one ?? '?', other ?? '?'].toSorted().join('+')}`);
}

const named = (mentions: readonly Mention[]): string[] => [
  ...new Set(mentions.filter(({ product }) => !product).map(({ organisation }) => organisation)),
];

/** The endings of verbs and plurals, which tell no kind; a word of another script or shorter stays as it is. */
function stemmed(word: string): string {
  if (!/^[a-z]{5,}$/u.test(word)) return word;
  return word
    .replace(/(?:ies|ied)$/u, 'y')
    .replace(/(?:ing|ed|es|s|e)$/u, '')
    .replace(/(?:ation|ion|ment|or|er)$/u, '');
}
