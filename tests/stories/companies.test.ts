import { describe, expect, it } from 'vitest';
import {
  companies,
  house,
  identity,
  isMeant,
  lineage,
  nameOf,
  withAliases,
} from '../../src/stories/companies.ts';
import { companyLists } from '../../src/stories/companyLists.ts';

describe('identity', () => {
  it.each([
    ['an abbreviation', 'AWS', 'Amazon Web Services'],
    ['a new name', 'Alphabet', 'Google'],
    ['another script', '小米', 'Xiaomi'],
    ['katakana', 'アマゾン', 'Amazon'],
    ['case and suffix', 'XIAOMI INC.', 'Xiaomi'],
    ['a branch', 'Nvidia India', 'Nvidia'],
    ['a branch of a company with one name', 'Zomato India', 'Zomato'],
    ['the group', 'Hyundai Motor Group', 'Hyundai'],
  ])('is the same for %s', (_name, a, b) => {
    expect(identity(a)).toBe(identity(b));
  });

  it.each([
    ['a company and its brand', 'YouTube', 'Google'],
    ['companies of one family name', 'Tata Motors', 'Tata Steel'],
    ['unknown companies that end alike', 'Foo Technologies', 'Bar Technologies'],
  ])('keeps apart %s', (_name, a, b) => {
    expect(identity(a)).not.toBe(identity(b));
  });
});

describe('lineage', () => {
  it('leads from a brand to who stands behind it', () => {
    expect(lineage('AWS')).toEqual([identity('Amazon Web Services'), identity('Amazon')]);
    expect(house('GitHub')).toBe(identity('Microsoft'));
    expect(house('Nobody Ever')).toBe(identity('Nobody Ever'));
  });

  it('gives a follower of the company its brands, and a follower of the brand nothing else', () => {
    expect(isMeant('Google', 'YouTube')).toBe(true);
    expect(isMeant('YouTube', 'Google')).toBe(false);
    expect(isMeant('youtube', 'YouTube')).toBe(true);
  });

  it('ends even where names go round in a circle', () => {
    const circle = companies(
      [],
      [
        ['A', 'B'],
        ['B', 'A'],
      ],
    );
    expect(circle.lineage('A')).toEqual(['a', 'b']);
  });
});

describe('names', () => {
  it('are shown as readers know them', () => {
    expect(nameOf('AWS')).toBe('Amazon Web Services');
    expect(nameOf('谷歌')).toBe('Google');
    expect(nameOf('ROBINHOOD')).toBe('Robinhood');
    expect(nameOf('Nobody Ever')).toBe('Nobody Ever');
  });

  it('may be called otherwise in a chat', () => {
    const meant = withAliases({ 'the fruit': 'Apple' });
    expect(meant('The Fruit')).toBe('Apple');
    expect(meant('Leica')).toBe('Leica');
  });
});

describe('the list of who stands behind whom', () => {
  it('gives every name one owner, by the owner’s first spelling', () => {
    const [spellings, owned] = companyLists();
    const first = new Map(spellings.toReversed().map(([name]) => [identity(name), name]));
    const owners = new Map<string, string>();
    const problems: string[] = [];
    for (const [company, ...brands] of owned) {
      const spelt = first.get(identity(company)) ?? company;
      if (spelt !== company) problems.push(`${company} is first spelt ${spelt}`);
      for (const brand of brands) {
        const key = identity(brand);
        if (key === identity(company))
          problems.push(`${brand} is a spelling of ${company}: organisations.txt`);
        if (owners.has(key)) problems.push(`${brand} is under ${owners.get(key)} and ${company}`);
        owners.set(key, company);
      }
    }
    expect(problems).toEqual([]);
  });
});
