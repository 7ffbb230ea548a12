import { describe, expect, it } from 'vitest';
import { parseArguments } from '../src/arguments.ts';
import type { Option } from '../src/command.ts';

const options: readonly Option[] = [
  { type: 'text', name: 'company', description: 'a company' },
  { type: 'integer', name: 'count', description: 'how many', min: 1, max: 10 },
  { type: 'choice', name: 'kind', description: 'which kind', choices: ['supply', 'research'] },
];

describe('parseArguments', () => {
  it.each([
    ['nothing typed', '', {}],
    ['a company', 'Lumora', { company: 'Lumora' }],
    ['a company of several words and a count', 'Arctic  Optics 3', { company: 'Arctic Optics', count: 3 }],
    ['a count before the company', '3 Lumora', { company: 'Lumora', count: 3 }],
    [
      'a number inside a name leaves the last one as the count',
      'Studio 54 5',
      { company: 'Studio 54', count: 5 },
    ],
    ['a choice in any case', 'Lumora Research', { company: 'Lumora', kind: 'research' }],
    ['a name in Chinese', '小米 2', { company: '小米', count: 2 }],
    ['by name', 'count: 2 company: Studio 54', { company: 'Studio 54', count: 2 }],
    ['by name in the words of another language', 'kind: Lieferung count: 2', { kind: 'supply', count: 2 }],
    ['a word of another language that may be a name', 'Lieferung', { company: 'Lieferung' }],
    ['partly by name', '3 kind:supply', { count: 3, kind: 'supply' }],
    ['an address, whose colon names nothing', 'https://x.example', { company: 'https://x.example' }],
  ])('%s', (_name, typed, values) => {
    expect(parseArguments(options, typed)).toEqual({ ok: true, values });
  });

  it.each([
    ['a number out of range', options, '99', 'arguments.range'],
    ['words where none are wanted', [], 'please', 'arguments.surplus'],
    ['a choice there is not', options, 'kind: gossip', 'arguments.unfit'],
    [
      'a missing option',
      [{ type: 'text', name: 'link', description: 'a link', required: true }],
      ' ',
      'arguments.missing',
    ],
  ] as const)('refuses %s', (_name, wanted, typed, key) => {
    expect(parseArguments(wanted, typed)).toMatchObject({ ok: false, key });
  });
});
