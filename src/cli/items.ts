import { z } from 'zod';

const text = z.string('must be a string');
const optionalText = text.nullish().transform((value) => value ?? '');

/** One news item as `detect` reads it. */
export const item = z.object({
  key: text,
  title: text,
  description: optionalText,
  language: text.nullish().transform((value) => value ?? undefined),
});

/** One news item as `replay` reads it. */
export const datedItem = item.extend({
  feed: text,
  url: optionalText,
  publishedAt: text.transform((value) => Date.parse(value)).pipe(z.number('must be a date')),
});
