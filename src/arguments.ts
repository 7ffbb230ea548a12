import type { Option, OptionValues } from './command.ts';

export type Arguments =
  | { readonly ok: true; readonly values: OptionValues }
  /** `reason` is a sentence for the person who typed. */
  | { readonly ok: false; readonly reason: string };

const refuse = (reason: string): Arguments => ({ ok: false, reason });

/**
 * Reads what was typed after a command where the platform has no typed options (Telegram, the terminal):
 * integers and choices are picked out wherever they stand, what remains belongs to the text option.
 */
export function parseArguments(options: readonly Option[], typed: string): Arguments {
  let words = typed.split(/\s+/u).filter((word) => word !== '');
  const values: Record<string, string | number> = {};
  for (const option of options) {
    if (option.type === 'text') continue;
    const at = words.findLastIndex((word) => matches(option, word));
    const word = words[at];
    if (word === undefined) continue;
    words = words.toSpliced(at, 1);
    const value = option.type === 'integer' ? Number(word) : word.toLowerCase();
    if (option.type === 'integer' && (Number(value) < option.min || Number(value) > option.max)) {
      return refuse(`"${option.name}" goes from ${option.min} to ${option.max}, and ${word} is outside.`);
    }
    values[option.name] = value;
  }
  const text = options.find((option) => option.type === 'text');
  if (text && words.length > 0) values[text.name] = words.join(' ');
  if (!text && words.length > 0) return refuse(`I don't know what to do with "${words.join(' ')}".`);
  const missing = options.find((option) => option.required && values[option.name] === undefined);
  return missing ? refuse(`"${missing.name}" is missing: ${missing.description}.`) : { ok: true, values };
}

function matches(option: Exclude<Option, { type: 'text' }>, word: string): boolean {
  return option.type === 'integer' ? /^-?\d{1,9}$/u.test(word) : option.choices.includes(word.toLowerCase());
}
