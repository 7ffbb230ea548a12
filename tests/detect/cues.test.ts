import { describe, expect, it } from 'vitest';
import { bonds } from '../../src/detect/bonds.ts';
import { read } from '../../src/detect/read/read.ts';

/** The bonds that a title's words stand for. */
const bondsOf = (title: string, language: string): string[] => [
  ...new Set(
    read({ title, text: '', language })
      .title.cues.map(({ kind }) => kind)
      .filter((kind) => bonds.includes(kind)),
  ),
];

describe('words of togetherness', () => {
  it.each([
    ['partners act together', 'Northwind partners with Halden', 'en', ['join']],
    ['a collaboration of two', 'A collaboration between Northwind and Halden', 'en', ['bond']],
    ['a tool to work with others is none', 'The best collaboration tools for remote teams', 'en', []],
    ['what works with a thing is none', 'Northwind lamp works with Halden hub', 'en', []],
    ['two names that do a thing at once are none', 'Northwind and Halden are late', 'en', []],
    ['a pact', 'Northwind and Halden sign an agreement', 'en', ['pact']],
    ['a body that shareholders form is none', 'Consortium to buy Northwind', 'en', []],
    ['a German partner by trade is none', 'Northwind ehrt einen Partner', 'de', []],
    ['a German cooperation', 'Northwind kooperiert mit Halden', 'de', ['join']],
    ['a French accord by itself is none', 'Accord sur les salaires chez Northwind', 'fr', []],
    [
      'a French accord of partners',
      'Accord de partenariat entre Northwind et Halden',
      'fr',
      ['bond', 'pact'],
    ],
    ['a Spanish agreement by itself is none', 'Acuerdo por los sueldos en Northwind', 'es', []],
    ['a Chinese contract is none', '松岳汽车获得大额合同', 'zh', []],
    ['a Chinese cooperation', '松岳汽车与蓝湾科技达成合作', 'zh', ['join']],
  ])('say together or not: %s', (_what, title, language, expected) => {
    expect(bondsOf(title, language).toSorted()).toEqual([...expected].toSorted());
  });
});
