import { z } from 'zod';
import { type Secret, secret } from '../secret.ts';

/** The shapes that settings take. */

const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

export const duration = z
  .string()
  .regex(/^\d{1,6}(ms|s|m|h|d)$/u, 'must be a number and a unit (ms, s, m, h or d)')
  .transform((text) => {
    const unit = /[a-z]+$/u.exec(text)?.[0] as keyof typeof units;
    return Number.parseInt(text, 10) * units[unit];
  });

/** A duration that is longer than nothing. */
export const period = duration.refine((ms) => ms > 0, 'must be longer than nothing');

export const baseUrl = z
  .url({ protocol: /^https?$/u, error: 'must be an http or https URL' })
  .transform((url) => url.replace(/\/+$/u, ''));

export const token = (pattern: RegExp, shape: string) =>
  z
    .string()
    .regex(pattern, {
      error: ({ input }) => misplaced(String(input)) ?? `does not look like a token (${shape})`,
    })
    .transform((text): Secret => secret(text));

/** What else people put where a token belongs, and what to do; never a word of it. */
function misplaced(text: string): string | undefined {
  if (/^(["'“]).*["'”]$/u.test(text)) return 'stands in quotation marks: leave them out';
  if (/^(?:Bot|Bearer)\s/iu.test(text)) return 'begins with a word and a blank: write the token alone';
  if (/^\d+:[\w-]+$/u.test(text)) return 'looks like a token of Telegram: move it to TELEGRAM_TOKEN';
  if (discordToken.test(text)) return 'looks like a token of Discord: move it to DISCORD_TOKEN';
  if (/^\d{15,}$/u.test(text))
    return 'is the number of an application: copy the token instead, from https://discord.com/developers/applications → your application → Bot → Reset Token';
  return undefined;
}

export const discordToken = /^[\w-]+\.[\w-]+\.[\w-]+$/u;

/** `none` is an empty list, since an empty value means "not set". */
export const list = z.string().transform((text) =>
  (text === 'none' ? '' : text)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

export const count = (max: number) =>
  z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(max);
