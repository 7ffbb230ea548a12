import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchable, passesWords, readWordFilter } from '../src/wordFilter.ts';

const text = matchable(
  'Lumora and Arctic Optics build solid-state batteries. Café Zürich joins. 小米与徕卡达成合作。ソニーとホンダが提携。',
);

const passes = (filter: string, against = text): boolean => {
  const read = readWordFilter(filter);
  if (!read.ok) throw new Error(read.why);
  return passesWords(read.filter, against);
};

describe('a filter of words lets a text pass', () => {
  it.each<[filter: string, expected: boolean]>([
    ['lumora', true],
    ['LUMORA optics', true],
    ['lumora nokia', false],
    ['lumora AND optics', true],
    ['nokia OR lumora', true],
    ['nokia | ericsson', false],
    ['nokia OR lumora ericsson', false],
    ['(nokia OR lumora) optics', true],
    ['lumora -nokia', true],
    ['lumora -optics', false],
    ['-nokia', true],
    ['lumora -(nokia OR optics)', false],
    ['"arctic optics"', true],
    ['"optics arctic"', false],
    ['„arctic optics“', true],
    ['-"arctic optics"', false],
    ['solid-state', true],
    ['batter*', true],
    ['batter', false],
    ['*optic*', true],
    ['l*m*a', true],
    ['l*x*a', false],
    ['"arctic opt*"', true],
    ['cafe zurich', true],
    ['小米', true],
    ['徕卡 合作', true],
    ['小米*合作', true],
    ['华为', false],
    ['ホンダ', true],
    ['lumora &', true],
  ])('%s: %s', (filter, expected) => expect(passes(filter)).toBe(expected));
});

describe('a filter of words is refused', () => {
  it.each([
    ['when there is nothing in it', ' ', 'empty'],
    ['when there is nothing to look for', '* -* &', 'empty'],
    ['when one side of OR is empty', 'a OR', 'empty'],
    ['when a bracket stays open', '(a OR b', 'bracket'],
    ['when a bracket was never opened', 'a) b', 'bracket'],
    ['when a quote stays open', '"a b', 'quote'],
    ['when it is long', 'a '.repeat(300), 'long'],
    ['when it is deep', `${'('.repeat(20)}a${')'.repeat(20)}`, 'deep'],
  ])('%s', (_name, filter, why) => expect(readWordFilter(filter)).toMatchObject({ ok: false, why }));
});

describe('whatever people write', () => {
  const written = fc.string({
    unit: fc.constantFrom('a', 'b', '*', '"', '-', '(', ')', '|', ' ', 'OR', 'AND', 'é', '小'),
    maxLength: 60,
  });

  it('is read or refused, and never throws', () => {
    fc.assert(
      fc.property(written, fc.string({ unit: 'grapheme' }), (filter, against) => {
        const read = readWordFilter(filter);
        expect([true, false, undefined]).toContain(
          read.ok ? passesWords(read.filter, matchable(against)) : undefined,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('its stars mean what a regular expression would mean', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 8 });
    const subject = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        word.filter((one) => /[ab]/u.test(one)),
        subject,
        (pattern, against) => {
          const expected = new RegExp(`^${pattern.replaceAll(/\*+/gu, '.*')}$`, 'u').test(against);
          expect(passes(pattern, matchable(against))).toBe(expected);
        },
      ),
    );
  });

  it('takes time in proportion to the text, even when made to be slow', () => {
    const filter = `${'a*'.repeat(200)}b`;
    const times = [20_000, 200_000].map((length) => {
      const against = matchable('a'.repeat(length));
      const before = performance.now();
      for (let round = 0; round < 5; round += 1) expect(passes(filter, against)).toBe(false);
      return performance.now() - before;
    });
    expect(times[1]).toBeLessThan(Math.max(50, 60 * (times[0] ?? 0)));
  });
});
