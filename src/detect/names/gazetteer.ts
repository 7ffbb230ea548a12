import { readFileSync } from 'node:fs';
import { firstWord, isLoneSign, isPlainWord } from '../read/tokens.ts';
import { type Phrase, type PhraseBook, phrases } from './phraseBook.ts';

/** An entry of the gazetteer: how it is written, and the organisation it names. */
export interface Known {
  readonly written: string;
  /** The first name on its line, which all aliases share. */
  readonly organisation: string;
  /** What the organisation does, where the list says. */
  readonly sector: string | undefined;
}

type Script = 'latin' | 'other';

let read: readonly string[] | undefined;

const lines = (): readonly string[] =>
  (read ??= readFileSync(new URL('organisations.txt', import.meta.url), 'utf8').split('\n'));

/** Latin letters, with and without accents, and what else opens names in such scripts. */
export const isLatin = (text: string): boolean => text.charCodeAt(0) < 0x250;
const scriptOf = (text: string): Script => (isLatin(text) ? 'latin' : 'other');

const beginsSmall = (name: string): boolean => name.charAt(0) === name.charAt(0).toLowerCase();
const smallFirstWords = new Set<string>();

/** Whether a name without a capital may begin with a word, as "eBay" and "3M" do: few, and so most words need no look-up. */
export function mayBeginSmall(word: string): boolean {
  beginningsOf('latin');
  return smallFirstWords.has(word);
}

/** The lines with a name that begins so, for a script when its first word comes: most articles need one. */
const beginnings = new Map<Script, ReadonlyMap<string, readonly number[]>>();

function beginningsOf(script: Script): ReadonlyMap<string, readonly number[]> {
  const ready = beginnings.get(script);
  if (ready) return ready;
  const found = new Map<string, number[]>();
  const all = lines();
  for (let at = 0; at < all.length; at += 1) {
    const line = all[at] ?? '';
    if (!isEntry(line)) continue;
    for (const name of names(line)) {
      if (scriptOf(name) !== script) continue;
      if (beginsSmall(name)) smallFirstWords.add(firstWord(name) ?? '');
      const start = startOf(name);
      const shelf = found.get(start);
      if (shelf) shelf.push(at);
      else found.set(start, [at]);
    }
  }
  beginnings.set(script, found);
  return found;
}

const isEntry = (line: string): boolean => line !== '' && !'#[*'.includes(line.charAt(0));
const names = (line: string): readonly string[] => (line.includes(' = ') ? line.split(' = ') : [line]);

/** The first two letters of a name's first word, or the one that it has. */
function startOf(name: string): string {
  const first = name.charCodeAt(0);
  if (isLoneSign(first)) return name.charAt(0);
  if (isPlainWord(first) && isPlainWord(name.charCodeAt(1))) return name.slice(0, 2).toLowerCase();
  return firstWord(name)?.slice(0, 2) ?? '';
}

/** Words and endings that tell the sector inside of any name, such as `bank`. */
export const tellingWords = (): [text: string, sector: string][] =>
  lines().flatMap((line, at) => (line.startsWith('*') ? [[line.slice(1), headingOf(at) ?? '']] : []));

let headings: readonly (readonly [line: number, sector: string])[] | undefined;

function headingOf(line: number): string | undefined {
  headings ??= lines().flatMap((text, at) =>
    text.startsWith('[') ? [[at, text.slice(1, -1)] as const] : [],
  );
  return headings.findLast(([at]) => at < line)?.[1];
}

/** The lines with a name that begins so, by its first word. */
const shelves = new Map<string, ReadonlyMap<string, readonly number[]>>();

function shelfOf(start: string): ReadonlyMap<string, readonly number[]> {
  const ready = shelves.get(start);
  if (ready) return ready;
  const found = new Map<string, number[]>();
  for (const at of beginningsOf(scriptOf(start)).get(start) ?? []) {
    for (const name of names(lines()[at] ?? '')) {
      const first = startOf(name) === start ? firstWord(name) : undefined;
      if (first === undefined) continue;
      const shelf = found.get(first);
      if (!shelf) found.set(first, [at]);
      else if (shelf.at(-1) !== at) shelf.push(at);
    }
  }
  shelves.set(start, found);
  return found;
}

function* knownIn(shelf: readonly number[], first: string): Generator<[string, Known]> {
  for (const at of shelf) {
    const all = names(lines()[at] ?? '');
    const sector = headingOf(at);
    for (const written of all)
      if (firstWord(written) === first) yield [written, { written, organisation: all[0] ?? '', sector }];
  }
}

const books = new Map<string, readonly Phrase<Known>[]>();

/** The organisations that news often names; of its thousands of lines those are taken apart that a text asks for. */
export const organisations: PhraseBook<Known> = {
  get: (word) => {
    const shelf = shelfOf(word.slice(0, 2)).get(word);
    if (!shelf) return undefined;
    const ready = books.get(word);
    if (ready) return ready;
    const found = phrases(knownIn(shelf, word));
    books.set(word, found);
    return found;
  },
};
