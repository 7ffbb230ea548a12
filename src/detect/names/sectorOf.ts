import { tokens } from '../read/tokens.ts';
import { sections } from './wordLists.ts';

interface Sectors {
  /** By the first name that the gazetteer has of an organisation, in lower case. */
  readonly names: ReadonlyMap<string, string>;
  /** By a word that tells the sector inside of any name. */
  readonly words: ReadonlyMap<string, string>;
  /** The same for scripts that write no spaces: what a name ends with. */
  readonly endings: readonly (readonly [ending: string, sector: string])[];
}

let known: Sectors | undefined;

function sectors(): Sectors {
  if (known) return known;
  const entries = [...sections('lists/sectors.txt')].flatMap(([sector, lines]) =>
    lines.map((entry) => [entry.toLowerCase(), sector] as const),
  );
  const inside = entries
    .filter(([entry]) => entry.startsWith('*'))
    .map(([entry, sector]) => [entry.slice(1), sector] as const);
  const isWord = ([entry]: readonly [string, string]): boolean => tokens(entry).length === 1;
  known = {
    names: new Map(entries),
    words: new Map(inside.filter(isWord)),
    endings: inside.filter((each) => !isWord(each)),
  };
  return known;
}

/** What an organisation does, as far as the list or a word of its name tells, such as `bank`; `organisation` in lower case. */
export function sectorOf(organisation: string): string | undefined {
  const { names, words, endings } = sectors();
  return (
    names.get(organisation) ??
    tokens(organisation)
      .map(({ norm }) => words.get(norm))
      .findLast((sector) => sector !== undefined) ??
    endings.find(([ending]) => organisation.endsWith(ending))?.[1]
  );
}
