import { readFileSync } from 'node:fs';

/** Names that belong together. */
export type Names = readonly [name: string, ...others: string[]];

/** The two lists that the repository keeps: names that mean the same, and who stands behind which name. */
export function companyLists(): [spellings: readonly Names[], owned: readonly Names[]] {
  return [
    // Kept with detection, which finds names in texts by it.
    lines('../detect/names/organisations.txt')
      // Headings, and words inside of names.
      .filter((line) => !/^[[*]/u.test(line))
      .map((line) => split(line, '=')),
    lines('companies.txt').map((line) => {
      const [owner = '', brands = ''] = line.split(': ');
      return [owner, ...split(brands, ',')];
    }),
  ];
}

const lines = (path: string): string[] =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/u, '').trim())
    .filter((line) => line !== '');

const split = (text: string, mark: string): Names => {
  const [name = '', ...others] = text.split(mark).map((part) => part.trim());
  return [name, ...others];
};
