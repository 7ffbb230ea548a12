import { catalogues } from './words.ts';

/**
 * What a command or an option is for, in another language than the English it is written in; `path` joins the
 * names of command, subcommand and option with dots.
 */
export const descriptionIn = (language: string, path: string): string | undefined =>
  (catalogues as Readonly<Record<string, Readonly<Record<string, string>>>>)[language]?.[`describe.${path}`];

/** What an option is for, in a language of the interface; `path` names its command as people write it. */
export const optionIn = (
  language: string,
  path: string,
  { name, description }: { readonly name: string; readonly description: string },
): string => descriptionIn(language, `${path.replace(' ', '.')}.${name}`) ?? description;
