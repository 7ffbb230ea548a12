import { describe, expect, it } from 'vitest';
import { read } from '../../src/detect/read/read.ts';

const named = (title: string) =>
  read({ title, text: '', language: 'en' })
    .title.organisations.filter(({ product }) => !product)
    .map(({ name }) => name);

describe('the organisations of a headline', () => {
  it.each([
    ['two companies', 'Northwind and Halden team up', ['Northwind', 'Halden']],
    ['no sum of money', 'Northwind raises 400M from Halden', ['Northwind', 'Halden']],
    ['no rate and no resolution', 'Northwind brings 3K at 90fps to Halden', ['Northwind', 'Halden']],
    ['no decade', 'Northwind revives a lamp of the 1930s', ['Northwind']],
    ['no network', 'Northwind tests 5G in the desert', ['Northwind']],
    ['a company whose name is a number and a letter', '3M and Halden team up', ['3M', 'Halden']],
    ['no model of a phone', 'Halden sells the Xarvo K50 and the Xarvo Z6 Pro', ['Halden']],
  ])('are %s', (_what, title, names) => {
    expect(named(title)).toEqual(names);
  });
});
