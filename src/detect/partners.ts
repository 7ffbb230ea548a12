import type { Reading } from './read/read.ts';

const most = 10;

/** The organisations that act together, as the article writes them. */
export function partnersOf({ title, lead }: Reading): string[] {
  const names =
    title.organisations.length > 1 ? title.organisations : [...title.organisations, ...lead.organisations];
  return [...new Set(names.map(({ name }) => name))].slice(0, most);
}
