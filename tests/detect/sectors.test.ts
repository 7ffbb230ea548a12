import { describe, expect, it } from 'vitest';
import { sectorOf } from '../../src/detect/names/sectorOf.ts';
import { tokens } from '../../src/detect/read/tokens.ts';
import { organisations, sections } from '../../src/detect/names/wordLists.ts';

describe('what an organisation does', () => {
  it.each([
    ['a name on the list', 'nvidia', 'chipmaker'],
    ['a word inside of any name', 'halden motors', 'carmaker'],
    ['the last such word', 'bank of northwind university', 'university'],
    ['the end of a name without spaces', '松岳银行', 'bank'],
    ['nothing that tells it', 'northwind', undefined],
  ])('is told by %s', (_what, name, sector) => {
    expect(sectorOf(name)).toBe(sector);
  });

  it('is listed once for each name, which the gazetteer has first on its line', () => {
    const isFirst = (name: string): boolean =>
      (organisations().get(tokens(name)[0]?.norm ?? '') ?? []).some(
        ({ value }) => value.organisation === name,
      );
    const listed = [...sections('lists/sectors.txt').values()]
      .flat()
      .filter((entry) => !entry.startsWith('*'));
    expect(listed.filter((name) => !isFirst(name))).toEqual([]);
    expect(listed.filter((name, at) => listed.indexOf(name) !== at)).toEqual([]);
  });
});
