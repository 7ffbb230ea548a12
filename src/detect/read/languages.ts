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
    common: commonWords(source, tokens),
    lexicon: () => (ready ??= lexicon(file.slice(0, -4), source, tokens)),
  };
}

/** The lexicon for a text: by the language it says it is in, else by its function words. */
export function lexiconFor(said: string | undefined, text: string): Lexicon {
  const primary = said?.split(/[-_]/u)[0]?.toLowerCase();
  const found = primary === undefined ? undefined : languages().get(primary);
  return (found ?? guessed(tokens(text.slice(0, tellingLength)))).lexicon();
}

function guessed(words: readonly Token[]): Language {
  let best: { readonly language: Language; readonly hits: number } | undefined;
  for (const [name, each] of languages()) {
    const hits = words.reduce((sum, { norm }) => sum + (each.common.has(norm) ? 1 : 0), 0);
    if (!best || hits > best.hits || (hits === best.hits && name === fallback))
      best = { language: each, hits };
  }
  if (!best) throw new Error(`No lexicon in ${folder.pathname}: the installation is incomplete.`);
  return best.language;
}
