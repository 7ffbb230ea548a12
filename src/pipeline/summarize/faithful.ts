import { amounts } from '../../text/amounts.ts';
import { months } from '../../text/months.ts';
import { companions } from './companions.ts';
import { sentences } from './sentences.ts';
import { isWide } from './words.ts';

/** What a summary that somebody else wrote is held against. */
export interface Evidence {
  /** The article: title and text. */
  readonly source: string;
  /** The organisations that a text names. */
  readonly organisations: (text: string) => readonly string[];
  /** Who the article is about, as it writes them. */
  readonly partners: readonly string[];
  /** Of the summary, a primary subtag of BCP 47. */
  readonly language: string;
  /** Equal for all names of one organisation. */
  readonly identity: (name: string) => string;
}

export type Verdict = { readonly faithful: true } | { readonly faithful: false; readonly reason: string };

const shortest = { wide: 15, other: 40 } as const;
const longest = { wide: 350, other: 700 } as const;
const mostSentences = 4;
/** Nothing that a platform could take for a link, a mention, a command or markup. */
const foreign =
  /https?:|www\.|\b[\p{L}\d-]+\.(?:com|org|net|io|ai|example|xyz|ru|cn|link|click)\b\/?|[@#<>`*_~|{}[\]\\]|(?:^|\s)\/\p{L}/iu;

/** Whether a summary says nothing that its source does not say: no other organisation, number, amount or month. */
export function faithful(summary: string, evidence: Evidence): Verdict {
  const { source, organisations, identity, partners, language } = evidence;
  const size = isWide(summary) ? 'wide' : 'other';
  if (summary.length < shortest[size]) return wrong('it is too short');
  if (summary.length > longest[size] || sentences(summary).length > mostSentences)
    return wrong('it is too long');
  if (sentences(summary).length === 0) return wrong('it is no whole sentence');
  const strange = foreign.exec(summary)?.[0];
  if (strange !== undefined) return wrong(`it contains "${strange.trim()}"`);
  const number = unfoundNumber(summary, source);
  if (number !== undefined) return wrong(`the number ${number} is not in the article`);
  const known = months(source);
  if (!months(summary).isSubsetOf(known)) return wrong('it names a month that is not in the article');
  const told = [...partners, ...organisations(source)];
  const named = new Set(told.map(identity));
  const lower = source.toLowerCase();
  const isTold = (name: string): boolean => lower.includes(name.toLowerCase()) || named.has(identity(name));
  const stranger = [...organisations(summary), ...companions(summary, told, language)].find(
    // German adds an s to whom something belongs.
    (name) => !/^\p{N}/u.test(name) && !isTold(name) && !isTold(name.replace(/s$/u, '')),
  );
  return stranger === undefined ? { faithful: true } : wrong(`${stranger} is not in the article`);
}

const wrong = (reason: string): Verdict => ({ faithful: false, reason });

/** A number may be written another way ("2.25 billion", "2,25 Milliarden"), but not be another. */
function unfoundNumber(summary: string, source: string): string | undefined {
  const inSource = new Set([...digits(source), ...amounts(source)]);
  const scaled = new Set(amounts(summary));
  const missing = digits(summary).filter((number) => !inSource.has(number));
  if (missing.length === 0) return undefined;
  // Only amounts can be the same under other digits: all of those that the summary names have to be.
  return [...scaled].every((amount) => inSource.has(amount)) && missing.length <= scaled.size
    ? undefined
    : missing[0];
}

/** Numbers without their separators, so that "1,000", "1.000" and "1 000" are one. */
const digits = (text: string): string[] =>
  [...text.normalize('NFKC').matchAll(/\p{N}+(?:[.,  ']\p{N}+)*/gu)].map(([number]) =>
    number.replaceAll(/[^\p{N}]/gu, ''),
  );
