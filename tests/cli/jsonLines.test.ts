import { describe, expect, it } from 'vitest';
import { sampleNews } from '../fakes/sampleNews.ts';
import { pactwire } from './pactwire.ts';

const { partnership, samePartnership, otherPartnership, ordinary } = sampleNews;
const jsonl = (...values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe('detect', () => {
  it('answers every item in order with the fields of the contract', async () => {
    const stdin = jsonl({ key: 'a', ...partnership }, { key: 'b', title: ordinary.title });
    const { code, lines } = await pactwire(['detect'], { stdin });
    expect(code).toBe(0);
    expect(lines.map(({ key, partnership: yes }) => [key, yes])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'key',
      'partnership',
      'confidence',
      'partners',
      'kind',
      'stage',
      'evidence',
    ]);
  });

  it('names a bad line, leaves it out and goes on', async () => {
    const stdin = `${jsonl({ key: 'a', title: 'x' })}{"key": \n\n${jsonl({ title: 'no key' }, { key: 'b', title: 'y' })}`;
    const { code, lines, err } = await pactwire(['detect'], { stdin });
    expect(code).toBe(1);
    expect(lines.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(err).toBe(
      'line 2 is left out: it is not a JSON object\nline 4 is left out: "key" must be a string\n',
    );
  });
});

describe('replay', () => {
  const at = (day: number) => `2026-03-0${day}T12:00:00Z`;
  const stdin = jsonl(
    { key: 'late', feed: 'Herald', url: '', ...samePartnership, publishedAt: at(2) },
    { key: 'other', feed: 'Post', url: '', ...otherPartnership, publishedAt: at(1) },
    { key: 'no', feed: 'Post', url: '', ...ordinary, publishedAt: at(1) },
    { key: 'early', feed: 'Post', url: '', ...partnership, publishedAt: at(1) },
  );

  it('tells stories in the order of time with the keys of their sources', async () => {
    const { code, lines } = await pactwire(['replay'], { stdin });
    expect(code).toBe(0);
    expect(lines.map(({ sources }) => sources)).toEqual([['other'], ['early', 'late']]);
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'id',
      'headline',
      'summary',
      'partners',
      'kind',
      'stage',
      'confidence',
      'sources',
    ]);
  });

  it('--trust takes every item for a partnership', async () => {
    const { lines } = await pactwire(['replay', '--trust'], { stdin });
    expect(lines.flatMap(({ sources }) => sources as string[]).toSorted()).toEqual([
      'early',
      'late',
      'no',
      'other',
    ]);
  });
});
