import { readdirSync, readFileSync } from 'node:fs';
import { type Lexicon, lexicon } from './lexicon.ts';
import { type Token, tokens } from './tokens.ts';

const folder = new URL('../lexicons/', import.meta.url);
const fallback = 'en';

let known: ReadonlyMap<string, Lexicon> | undefined;

/** The lexicons in the folder `lexicons/`, by language; a file dropped in there is a language more. */
export function languages(): ReadonlyMap<string, Lexicon> {
  known ??= new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => [name.slice(0, -4), readFileSync(new URL(name, folder), 'utf8')] as const)
      .map(([language, source]) => [language, lexicon(language, source, tokens)]),
  );
  return known;
}

/** The lexicon for a text: by the language it says it is in, else by its function words. */
export function lexiconFor(language: string | undefined, words: readonly Token[]): Lexicon {
  const primary = language?.split(/[-_]/u)[0]?.toLowerCase();
  const said = primary === undefined ? undefined : languages().get(primary);
  return said ?? guessed(words);
}

function guessed(words: readonly Token[]): Lexicon {
  let best: { readonly lexicon: Lexicon; readonly hits: number } | undefined;
  for (const each of languages().values()) {
    const hits = words.reduce((sum, { norm }) => sum + (each.common.has(norm) ? 1 : 0), 0);
    if (!best || hits > best.hits || (hits === best.hits && each.language === fallback))
      best = { lexicon: each, hits };
  }
  if (!best) throw new Error(`No lexicon in ${folder.pathname}: the installation is incomplete.`);
  return best.lexicon;
}
