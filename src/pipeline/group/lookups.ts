import type { Gist } from './gist.ts';

const most = 10;

/** Under what a telling is filed, so that tellings of the same event meet: its partners and its most telling words. */
export function lookups({ about, names }: Gist): readonly string[] {
  const bearers = [...names.keys()].filter((name) => name.startsWith('@') || name.startsWith('#'));
  const words = [...about].toSorted(([, a], [, b]) => b - a).slice(0, most);
  return [...bearers.slice(0, most), ...words.map(([word]) => word)];
}
