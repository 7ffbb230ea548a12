import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { organisations } from '../../src/detect/names/gazetteer.ts';
import { sectorOf } from '../../src/detect/names/sectorOf.ts';

const lines = readFileSync(new URL('../../src/detect/names/organisations.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('what an organisation does', () => {
  it.each([
    ['its place on the list', 'nvidia', 'chipmaker'],
    ['a word inside of any name', 'halden motors', 'carmaker'],
    ['the last such word', 'bank of northwind university', 'university'],
    ['the end of a name without spaces', '松岳银行', 'bank'],
    ['nothing that tells it', 'northwind', undefined],
  ])('is told by %s', (_what, name, sector) => {
    expect(sectorOf(name)).toBe(sector);
  });
});

describe('the gazetteer', () => {
  it.each([
    ['the first name', 'nvidia', 'Nvidia', 'Nvidia'],
    ['a name in another script', '谷', '谷歌', 'Google'],
    ['a name of katakana', 'グーグル', 'グーグル', 'Google'],
    ['a name that begins with an accent', 'élysée', 'Élysée', 'Élysée'],
  ])('knows an organisation by %s', (_what, first, written, organisation) => {
    expect(organisations.get(first)?.map(({ value }) => value)).toContainEqual(
      expect.objectContaining({ written, organisation }),
    );
  });

  it('has each name once', () => {
    const names = lines.filter((line) => !/^[[*]/u.test(line)).flatMap((line) => line.split(' = '));
    const seen = new Set<string>();
    const twice = names.filter((name) => seen.size === seen.add(name.toLowerCase()).size);
    expect(twice).toEqual([]);
  });

  it('has lines that are headings, names or words, and nothing beside them', () => {
    const odd = lines.filter(
      (line) => line !== line.trim() || /[|#\t]|\s\s|=$|^=|[^ ]=|=[^ ]/u.test(line) || line.length > 400,
    );
    expect(odd).toEqual([]);
  });
});
