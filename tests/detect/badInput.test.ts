import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../src/detect/detect.ts';

const lexicons = new URL('../../src/detect/lexicons/', import.meta.url);
const million = 1_000_000;
/** Generous beside the few milliseconds it takes, and far below what anything quadratic would take. */
const limitMs = 1_500;

const odd: readonly (readonly [name: string, title: string, text: string])[] = [
  ['nothing', '', ''],
  ['blanks', ' \t\n ', '\u00a0\u3000\u200b'],
  ['a megabyte of one letter', 'a'.repeat(million), 'a'.repeat(million)],
  ['a megabyte of words', 'word '.repeat(million / 5), 'other '.repeat(million / 6)],
  ['a megabyte of full stops', '.'.repeat(million), '. '.repeat(million / 2)],
  ['a megabyte of signs without spaces', '的'.repeat(million), 'の'.repeat(million)],
  ['HTML', '<b><a href="x">&amp;</a></b>'.repeat(500), '<script>alert(1)</script>'.repeat(2_000)],
  ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈🤝'.repeat(300), '🤝'.repeat(5_000)],
  ['right to left', 'שיתוף פעולה בין שתי חברות', 'شراكة جديدة بين شركتين '.repeat(200)],
  ['mixed scripts', 'Ω компания 株式会社 회사 شركة société', '\u202eabc\u202c \u2066def\u2069'],
  ['control characters', '\u0000\u0007\u001b[31m', '\u0000'.repeat(10_000)],
  ['lone surrogates', '\ud800 \udfff', '\udc00'.repeat(1_000)],
  ['brackets that never close', '((((「「「"""'.repeat(1_000), '[['.repeat(5_000)],
];

describe('odd input', () => {
  it.each(odd)('%s is no partnership, and quickly said', (_name, title, text) => {
    const before = performance.now();
    const finding = detect({ title, text });
    expect(performance.now() - before).toBeLessThan(limitMs);
    expect(finding).toMatchObject({ partnership: false });
    expect(finding.confidence).toBeLessThan(0.3);
  });

  it('anything at all gives a finding whose marks lie inside its evidence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, text) => {
        const { confidence, evidence, marks } = detect({ title, text });
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        for (const [start, end] of marks)
          expect(0 <= start && start < end && end <= evidence.length).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a lexicon fed with its own phrases over and over', () => {
  it.each(readdirSync(lexicons).map((file) => [file.slice(0, -4), file] as const))(
    '%s reads a megabyte in linear time',
    (language, file) => {
      const phrases = readFileSync(new URL(file, lexicons), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !/^[[#]/u.test(line))
        .map((line) => line.replace(/#.*$/u, '').replaceAll(/[()|*]/gu, ' '));
      const repeated = phrases.join(' ').repeat(Math.ceil(million / phrases.join(' ').length));
      const sameFirst = `${phrases[0] ?? ''} `.repeat(20_000);
      for (const text of [repeated, sameFirst]) {
        const before = performance.now();
        detect({ title: text, text, language });
        expect(performance.now() - before).toBeLessThan(limitMs);
      }
    },
  );
});
