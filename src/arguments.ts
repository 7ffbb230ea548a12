import type { Option, OptionValues } from './command.ts';
import { choiceCalled } from './words/choiceIn.ts';
import type { Key } from './words/words.ts';

export type Arguments =
  | { readonly ok: true; readonly values: OptionValues }
  /** A sentence of the catalogue for the person who typed. */
  | { readonly ok: false; readonly key: Key; readonly values: Readonly<Record<string, string | number>> };

/** What an option is for, in the language of whoever typed. */
type About = (option: Option) => string;

type Typed = Exclude<Option, { readonly type: 'text' | 'file' }>;

/**
 * Reads what was typed after a command where the platform has no typed options (Telegram, the terminal):
 * `name: value` goes where it says, integers, choices, places and mentions are picked out wherever they stand,
 * what remains belongs to the first text option.
 */
export function parseArguments(
  options: readonly Option[],
  typed: string,
  about: About = ({ description }) => description,
): Arguments {
  const labelled = pickLabelled(options, typed);
  let words = labelled.rest.split(/\s+/u).filter((word) => word !== '');
  const values: Record<string, string | number> = {};
  for (const option of options) {
    if (option.type === 'file') continue;
    const said = labelled.values.get(option.name);
    if (said === undefined && option.type === 'text') continue;
    const at = words.findLastIndex((word) => option.type !== 'text' && matches(option, word));
    const word = said === undefined ? words[at] : meant(option, said);
    if (word === undefined) continue;
    if (said === undefined) words = words.toSpliced(at, 1);
    if (option.type === 'text') {
      values[option.name] = word;
      continue;
    }
    if (!matches(option, word)) {
      const expected = option.type === 'choice' ? option.choices.join(', ') : about(option);
      return { ok: false, key: 'arguments.unfit', values: { name: option.name, word, expected } };
    }
    const value = valueOf(option, word);
    if (option.type === 'integer' && (Number(value) < option.min || Number(value) > option.max)) {
      const { name, min, max } = option;
      return { ok: false, key: 'arguments.range', values: { name, min, max, word } };
    }
    values[option.name] = value;
  }
  return completed(options, words.join(' '), values, about);
}

/** By its name an option takes the words of all languages; elsewhere such a word may be anybody's name. */
const meant = (option: Option, said: string): string =>
  (option.type === 'choice' ? choiceCalled(said, option.name, option.choices) : undefined) ?? said;

function completed(
  options: readonly Option[],
  left: string,
  found: Readonly<Record<string, string | number>>,
  about: About,
): Arguments {
  const text = options.find(({ type, name }) => type === 'text' && found[name] === undefined);
  if (!text && left !== '') return { ok: false, key: 'arguments.surplus', values: { words: left } };
  const values = text && left !== '' ? { ...found, [text.name]: left } : found;
  const missing = options.find(({ required, name }) => required && values[name] === undefined);
  return missing
    ? { ok: false, key: 'arguments.missing', values: { name: missing.name, about: about(missing) } }
    : { ok: true, values };
}

/** `name: value`, where the value lasts until the next name of an option. */
function pickLabelled(options: readonly Option[], typed: string) {
  const named = options.filter(({ type }) => type !== 'file').map(({ name }) => name);
  const parts =
    named.length === 0 ? [typed] : typed.split(new RegExp(`(?:^|\\s)(${named.join('|')})[:：]\\s*`, 'iu'));
  const values = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2) {
    const value = parts[at + 1]?.trim() ?? '';
    if (value !== '') values.set(parts[at]?.toLowerCase() ?? '', value);
  }
  return { rest: parts[0] ?? '', values };
}

function matches(option: Typed, word: string): boolean {
  switch (option.type) {
    case 'integer':
      return /^-?\d{1,9}$/u.test(word);
    case 'choice':
      return option.choices.includes(word.toLowerCase());
    case 'place':
      return /^(?:@\w{4,32}|-100\d{5,15}|(?:https?:\/\/)?t\.me\/\w{4,32})$/u.test(word);
    case 'mention':
      return /^(?:@\w{3,32}|(?:role|user):\d+)$/u.test(word);
  }
}

const valueOf = (option: Typed, word: string): string | number =>
  option.type === 'integer' ? Number(word) : option.type === 'choice' ? word.toLowerCase() : word;
