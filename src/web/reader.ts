import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { type Spoken, spoken, spokenIn, type Words, words } from '../words/words.ts';

const known = new Map<Spoken, Words>();

/**
 * The words of the visitor's language (Accept-Language, RFC 9110 §12.5.4), of those we speak the one they like best.
 * Dates are UTC, since a page does not know the visitor's clock.
 */
export function readersWords(c: Context): Words {
  const language = accepts(c, {
    header: 'Accept-Language',
    supports: [...spoken],
    default: 'en',
    match: (wanted, { default: otherwise }) =>
      wanted
        .filter(({ q }) => q > 0)
        .toSorted((a, b) => b.q - a.q)
        .map(({ type }) => spokenIn(type))
        .find((one) => one !== undefined) ?? otherwise,
  }) as Spoken;
  const speech = known.get(language) ?? words(language);
  known.set(language, speech);
  return speech;
}
