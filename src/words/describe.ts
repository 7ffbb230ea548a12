import { catalogues } from './words.ts';

/**
 * What a command or an option is for, in another language than the English it is written in; `path` joins the
 * names of command, subcommand and option with dots.
 */
export const descriptionIn = (language: string, path: string): string | undefined =>
  (catalogues as Readonly<Record<string, Readonly<Record<string, string>>>>)[language]?.[`describe.${path}`];
