import { firstWord, tokens } from '../read/tokens.ts';
import { organisations, tellingWords } from './gazetteer.ts';

interface Telling {
  /** By a word that tells the sector inside of any name. */
  readonly words: ReadonlyMap<string, string>;
  /** The same for scripts that write no spaces: what a name ends with. */
  readonly endings: readonly (readonly [ending: string, sector: string])[];
}

let known: Telling | undefined;

function telling(): Telling {
  if (known) return known;
  const words = new Map<string, string>();
  const endings: [ending: string, sector: string][] = [];
  for (const [text, sector] of tellingWords()) {
    const ending = text.toLowerCase();
    if (tokens(ending).length === 1) words.set(ending, sector);
    else endings.push([ending, sector]);
  }
  return (known = { words, endings });
}

/** What an organisation does, as far as the gazetteer or a word of its name tells, such as `bank`; `organisation` in lower case. */
export function sectorOf(organisation: string): string | undefined {
  const listed = organisations
    .get(firstWord(organisation) ?? '')
    ?.find(({ value }) => value.organisation.toLowerCase() === organisation)?.value.sector;
  if (listed !== undefined) return listed;
  const { words, endings } = telling();
  for (const word of organisation.split(/[\s\p{P}]+/u).toReversed()) {
    const sector = words.get(word);
    if (sector !== undefined) return sector;
  }
  return endings.find(([ending]) => organisation.endsWith(ending))?.[1];
}
