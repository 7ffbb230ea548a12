import { lexiconFor } from '../read/languages.ts';
import { fieldsOf } from './candidates.ts';
import { mentionsOf } from './mentions.ts';

/** The organisations that a text surely names, as written. */
export function organisationsIn(text: string, language?: string): string[] {
  const { frames, text: field } = fieldsOf({ title: '', text }, lexiconFor(language, text).language);
  return mentionsOf(field, frames)
    .filter(({ sure, product }) => sure && !product)
    .map(({ name }) => name);
}
