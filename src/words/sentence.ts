import { ErrorCode, FormatError } from 'intl-messageformat';
import { isKey, type Key, type Words, words } from './words.ts';

/** What a sentence is filled with: `moment` is told by the reader's clock, several sentences become a list. */
type Value = string | number | { readonly moment: number } | Sentence | readonly Sentence[];

/** A sentence of the catalogues, made where nobody knows yet who will read it: `{ say: 'feed.dns', host }`. */
export interface Sentence {
  readonly say: Key;
  readonly [value: string]: Value;
}

/** As records hold it: those of earlier versions have the English sentence itself. */
export type KeptSentence = Sentence | string;

/** A sentence in its reader's language; a string stands as it is. */
export function inWords(sentence: KeptSentence, speech: Words): string {
  if (typeof sentence === 'string') return sentence;
  const { say, ...values } = sentence;
  // Records may outlive the sentence they name.
  if (!isKey(say)) return say;
  const shown = Object.entries(values).map(([name, value]) => [name, valueInWords(value, speech)] as const);
  try {
    return speech.say(say, Object.fromEntries(shown));
  } catch (error) {
    // Or the values that it took when they were written.
    if (error instanceof FormatError && error.code === ErrorCode.MISSING_VALUE) return say;
    throw error;
  }
}

function valueInWords(value: Value, speech: Words): string | number {
  if (typeof value !== 'object') return value;
  if ('say' in value) return inWords(value, speech);
  if ('moment' in value) return speech.moment(value.moment);
  return speech.list(value.map((one) => inWords(one, speech)));
}

let english: Words | undefined;

/** The same for the log, the command line and the doctor, where moments are told in UTC. */
export function inEnglish(sentence: KeptSentence): string {
  english ??= { ...words('en'), moment: (at) => `${new Date(at).toISOString().slice(0, 16)} UTC` };
  return inWords(sentence, english);
}
