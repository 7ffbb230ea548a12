import { describe, expect, it } from 'vitest';
import { label } from '../../../src/stories/pictures/label.ts';

const cases: readonly [string, name: string, lines: readonly string[]][] = [
  ['a short name', 'Xiaomi', ['Xiaomi']],
  ['two words', 'Deutsche Telekom', ['Deutsche', 'Telekom']],
  [
    'three words, broken where the halves are most alike',
    'Arctic Optics Holding',
    ['Arctic Optics', 'Holding'],
  ],
  [
    'more than two lines can hold',
    'Institute for Applied Photonics and Light',
    ['Institute for', 'Applied Photo…'],
  ],
  ['one long word', 'Donaudampfschifffahrt', ['Donaudampfsc…']],
  ['Chinese, which has no spaces', '北京汽车集团有限公司', ['北京汽车集', '团有限公司']],
  [
    'Japanese, where no line begins with a lengthening mark',
    'エヌ・ティ・ティ・データー',
    ['エヌ・ティ・', 'ティ・データー'],
  ],
  ['an emoji of many parts, kept whole', '👩‍👩‍👧‍👦', ['👩‍👩‍👧‍👦']],
  ['spaces around', '  Lumora ', ['Lumora']],
];

describe('a name in a picture', () => {
  it.each(cases)('%s', (_what, name, lines) => {
    expect(label(name, 25).lines).toEqual(lines);
  });

  it('takes the room its longest line needs', () => {
    expect(label('Deutsche Telekom', 20).width).toBe(label('Deutsche', 20).width);
    expect(label('Deutsche Telekom', 20).height).toBe(2 * label('Deutsche', 20).height);
  });
});
