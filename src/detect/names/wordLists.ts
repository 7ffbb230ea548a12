import { readdirSync, readFileSync } from 'node:fs';
import { organisations } from './gazetteer.ts';
import { type PhraseBook, phraseBook } from './phraseBook.ts';

const here = (path: string): URL => new URL(path, import.meta.url);

const lines = (path: string): string[] =>
  readFileSync(here(path), 'utf8')
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/u, '').trim())
    .filter((line) => line !== '');

/** What a language knows of the words around names. */
export interface Frames {
  readonly language: string;
  /** The class of a word or phrase: `cooperate`, `with`, `and`, … */
  readonly classes: PhraseBook<string>;
  readonly legal: ReadonlySet<string>;
  readonly legalPhrases: PhraseBook<string>;
  readonly head: ReadonlySet<string>;
  readonly headPhrases: PhraseBook<string>;
  /** An ordinary word that opens a name where a capital follows: Universität Bremen, Banco Santander. */
  readonly opens: ReadonlySet<string>;
  /** Words that hold a frame word without being divided by it. */
  readonly within: PhraseBook<string>;
  /** What a foreign company is introduced by where no space or sign stands between: 韩国, 米. */
  readonly countries: PhraseBook<string>;
  /** Frame words of one sign end a word, as in Korean. */
  readonly endsWords: boolean;
  /** Words that open a sentence before a name without being a part of it. */
  readonly openers: ReadonlySet<string>;
  /** Verbs that only organisations do, in the form that one of them does. */
  readonly ventures: ReadonlySet<string>;
  readonly isOrdinary: (norm: string) => boolean;
  /** Every noun has a capital, as in German. */
  readonly capitalNouns: boolean;
}

/** Classes that tell what a name is made of rather than what stands around it. */
const inner = new Set([
  'legal',
  'head',
  'within',
  'country',
  'opens',
  'ordinary',
  'ordinaryEnding',
  'opener',
  'venture',
]);

/** The phrases of a list under their `[heading]`s. */
export function sections(path: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let phrases: string[] = [];
  for (const line of lines(path)) {
    const heading = /^\[(.+)\]$/u.exec(line)?.[1];
    if (heading === undefined) {
      phrases.push(...line.split('|').map((phrase) => phrase.trim()));
    } else {
      phrases = found.get(heading) ?? [];
      found.set(heading, phrases);
    }
  }
  return found;
}

function readFrames(language: string, hasList: boolean): Frames {
  const found = sections(`frames/${language}.txt`);
  const of = (heading: string): readonly string[] => found.get(heading) ?? [];
  const ordinary = new Set(of('ordinary'));
  if (hasList)
    for (const line of lines(`lists/ordinary.${language}.txt`))
      line.split(' ').forEach((w) => ordinary.add(w));
  const contexts = [...found].filter(([heading]) => !inner.has(heading));
  for (const [, phrases] of contexts) phrases.forEach((phrase) => ordinary.add(phrase));
  const endings = new Set(of('ordinaryEnding'));
  return {
    language,
    classes: phraseBook(
      contexts.flatMap(([heading, phrases]) => phrases.map((phrase) => [phrase, heading] as const)),
    ),
    legal: new Set(of('legal')),
    legalPhrases: phraseBook(of('legal').map((phrase) => [phrase, 'legal'] as const)),
    head: new Set(of('head')),
    headPhrases: phraseBook(of('head').map((phrase) => [phrase, 'head'] as const)),
    opens: new Set(of('opens')),
    within: phraseBook(of('within').map((phrase) => [phrase, 'within'] as const)),
    countries: phraseBook(of('country').map((phrase) => [phrase, 'country'] as const)),
    endsWords: language === 'ko',
    openers: new Set(of('opener')),
    ventures: new Set(of('venture')),
    capitalNouns: endings.size > 0,
    isOrdinary: (norm) =>
      ordinary.has(norm) || (hasEnding(norm, endings) && organisations.get(norm) === undefined),
  };
}

const longestEnding = 16;

/** The last part of a compound, or the whole: Lieferdienst ends like Dienst. */
function hasEnding(norm: string, endings: ReadonlySet<string>): boolean {
  if (endings.size === 0) return false;
  for (let size = Math.min(norm.length, longestEnding); size > 1; size -= 1)
    if (size !== norm.length - 1 && endings.has(norm.slice(-size))) return true;
  return false;
}

const known = new Map<string, Frames>();
let files: ReadonlySet<string> | undefined;

/** The frames of a language, English ones where it has none; a file dropped in `frames/` is a language more. */
export function framesFor(language: string): Frames {
  files ??= new Set([...readdirSync(here('frames/')), ...readdirSync(here('lists/'))]);
  const name = files.has(`${language}.txt`) ? language : 'en';
  const ready = known.get(name);
  if (ready) return ready;
  const frames = readFrames(name, files.has(`ordinary.${name}.txt`));
  known.set(name, frames);
  return frames;
}

let acronyms: ReadonlySet<string> | undefined;

/** AI, EV, CEO: in capitals, yet no name. */
export function isAcronym(norm: string): boolean {
  acronyms ??= new Set(lines('lists/acronyms.txt').flatMap((line) => line.split(' ')));
  return acronyms.has(norm);
}

let productNames: ReadonlySet<string> | undefined;

/** A product that is named like an organisation; `name` in lower case. */
export function isProduct(name: string): boolean {
  productNames ??= new Set(lines('lists/products.txt'));
  return productNames.has(name);
}

let firstNames: ReadonlySet<string> | undefined;

export function isFirstName(norm: string): boolean {
  firstNames ??= new Set(lines('lists/firstNames.txt').flatMap((line) => line.split(' ')));
  return firstNames.has(norm);
}

let placeNames: PhraseBook<'place'> | undefined;

export function places(): PhraseBook<'place'> {
  placeNames ??= phraseBook(lines('lists/places.txt').map((place) => [place, 'place'] as const));
  return placeNames;
}
