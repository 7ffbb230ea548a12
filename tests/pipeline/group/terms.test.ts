import { describe, expect, it } from 'vitest';
import { terms } from '../../../src/pipeline/group/terms.ts';
import { weigh } from '../../../src/pipeline/group/weigh.ts';

describe('terms', () => {
  it.each([
    ['endings fall off', 'partners partnership partner', ['partne', 'partne', 'partne']],
    ['short plurals meet', 'chips chip', ['chip', 'chip']],
    ['possessives fall off', 'Lumora’s', ['lumora']],
    ['numbers stay whole', '2.25 12,000', ['2.25', '12,000']],
    ['Chinese comes in pairs of signs', '战略合作', ['战略', '略合', '合作']],
    ['katakana words stay whole', 'カメラを', ['カメラ', 'を']],
    ['names in other scripts come out', '小米Leica合作', ['小米', 'leica', '合作']],
  ])('%s', (_name, text, expected) => {
    expect(terms(text)).toEqual(expected);
  });
});

describe('weigh', () => {
  it('gives common words little and unknown ones much', () => {
    expect(weigh('the')).toBeLessThan(1);
    expect(weigh('partne')).toBeLessThan(weigh('camera'));
    expect(weigh('lumora')).toBeGreaterThan(6);
  });
});
