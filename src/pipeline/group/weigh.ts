import { readFileSync } from 'node:fs';

/** What a term says that the list of common ones does not have. */
const rare = 6.5;

let common: ReadonlyMap<string, number> | undefined;

/** How much a term says of what a text is about, in nats: 0 for "the", 6.5 for a word that hardly any other news has. */
export function weigh(term: string): number {
  common ??= read();
  return common.get(term) ?? rare;
}

function read(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of readFileSync(new URL('commonTerms.txt', import.meta.url), 'utf8').split('\n')) {
    const [weight = '', words] = line.split(': ');
    if (words === undefined || line.startsWith('#')) continue;
    for (const word of words.split(' ')) found.set(word, Number(weight));
  }
  return found;
}
