import { describe, expect, it } from 'vitest';
import { companyKey } from '../../src/stories/companyKey.ts';

describe('companyKey', () => {
  it.each([
    ['case', 'LUMORA', 'Lumora'],
    ['legal suffixes', 'Lumora Co., Ltd.', 'Lumora'],
    ['spaces and hyphens', 'T-Mobile', 'T Mobile'],
    ['accents', 'Citroën', 'Citroen'],
    ['full-width letters', 'ＮＴＴ', 'NTT'],
    ['a possessive', 'Lumora’s', 'Lumora'],
  ])('%s make no difference', (_name, a, b) => {
    expect(companyKey(a)).toBe(companyKey(b));
  });

  it.each([
    ['a name that is a suffix', 'SE', 'AG'],
    ['names that share a word', 'Arctic Optics', 'Arctic Foods'],
    ['names without letters', '!!!', '???'],
  ])('%s stay apart', (_name, a, b) => {
    expect(companyKey(a)).not.toBe(companyKey(b));
  });
});
