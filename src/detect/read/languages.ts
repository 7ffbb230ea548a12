import { readdirSync, readFileSync } from 'node:fs';
import { commonWords, type Lexicon, lexicon } from './lexicon.ts';
import { type Token, tokens } from './tokens.ts';

const folder = new URL('../lexicons/', import.meta.url);
const fallback = 'en';
/** So much of a text tells its language. */
const tellingLength = 240;

interface Language {
  /** Function words, by which a text's language is told. */
  readonly common: ReadonlySet<string>;
  /** Read when the first text of the language comes. */
  readonly lexicon: () => Lexicon;
}

let known: ReadonlyMap<string, Language> | undefined;

/** The lexicons in the folder `lexicons/`, by language; a file dropped in there is a language more. */
export function languages(): ReadonlyMap<string, Language> {
  known ??= new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => [name.slice(0, -4), language(name)]),
  );
  return known;
}

function language(file: string): Language {
  const source = readFileSync(new URL(file, folder), 'utf8');
  let ready: Lexicon | undefined;
  return {
    common: commonWords(source),
    lexicon: () => (ready ??= lexicon(file.slice(0, -4), source)),
  };
}

/** The lexicon for a text: by the language it says it is in, else by its function words. */
export function lexiconFor(said: string | undefined, text: string): Lexicon {
  const primary = said?.split(/[-_]/u)[0]?.toLowerCase();
  const found = primary === undefined ? undefined : languages().get(primary);
  return (found ?? guessed(tokens(text.slice(0, tellingLength)))).lexicon();
}

function guessed(words: readonly Token[]): Language {
  const hits = new Map<Language, number>();
  for (const { norm } of words)
    for (const each of speakers().get(norm) ?? []) hits.set(each, (hits.get(each) ?? 0) + 1);
  let best = languages().get(fallback);
  for (const each of languages().values())
    if (!best || (hits.get(each) ?? 0) > (hits.get(best) ?? 0)) best = each;
  if (!best) throw new Error(`No lexicon in ${folder.pathname}: the installation is incomplete.`);
  return best;
}

let spoken: ReadonlyMap<string, readonly Language[]> | undefined;

/** The languages that have a function word in common. */
function speakers(): ReadonlyMap<string, readonly Language[]> {
  if (spoken) return spoken;
  const found = new Map<string, Language[]>();
  for (const each of languages().values())
    for (const word of each.common) {
      const others = found.get(word);
      if (others) others.push(each);
      else found.set(word, [each]);
    }
  spoken = found;
  return found;
}
