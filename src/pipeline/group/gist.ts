import type { Language } from '../../model.ts';
import { amounts } from '../../text/amounts.ts';
import { terms } from './terms.ts';
import { weigh } from './weigh.ts';

/** One telling of an event, as grouping reads it. */
export interface Telling {
  readonly title: string;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly publishedAt: number;
  readonly language?: Language;
}

/** What a telling is about, ready to be compared. */
export interface Gist {
  /** Term → how much it counts: what it says, more in the title than in the lead. */
  readonly about: Weights;
  /** What is written alike in all languages: names, their bearers, numbers, amounts. */
  readonly names: Weights;
  /** Identity of each partner → the terms its name is made of. */
  readonly partners: ReadonlyMap<string, readonly string[]>;
  readonly amounts: ReadonlySet<string>;
  readonly publishedAt: number;
  readonly language: Language;
}

export type Weights = ReadonlyMap<string, number>;

/** A lead sets the scene with words that the next outlet's lead does not have. */
const leadCounts = 0.5;
/** Who it is about is compared for itself; what it is about tells two deals of the same partners apart. */
const partnerCounts = 0.8;
export const leadLength = 400;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const nameLike =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{N}]*|\p{N}[\p{L}\p{N}.,]*\p{N}|\p{Ll}+\p{Lu}[\p{L}\p{N}]*)/gu;
const bearerCounts = 6;

export function gist(telling: Telling, identity: (name: string) => string): Gist {
  const { title, partners, publishedAt } = telling;
  const lead = telling.lead.slice(0, leadLength);
  const said = amounts(`${title}. ${lead}`);
  const named = new Set(partners.flatMap(terms));
  return {
    about: new Map(
      [...weights(title, lead)].map(([term, weight]) => [
        term,
        named.has(term) ? weight * partnerCounts : weight,
      ]),
    ),
    names: new Map([
      ...weights(namesOf(title), namesOf(lead)),
      ...said.map((amount) => [`#${amount}`, bearerCounts] as const),
      ...partners.map((name) => [`@${identity(name)}`, bearerCounts] as const),
    ]),
    partners: new Map(partners.map((name) => [identity(name), terms(name)])),
    amounts: new Set(said),
    publishedAt,
    language: telling.language ?? (wide.test(title) ? 'und-wide' : 'und'),
  };
}

function weights(title: string, lead: string): Weights {
  const counted = new Map<string, number>();
  for (const term of terms(lead)) counted.set(term, weigh(term) * leadCounts);
  for (const term of terms(title)) counted.set(term, weigh(term));
  return counted;
}

const namesOf = (text: string): string => [...text.matchAll(nameLike)].join(' ');
