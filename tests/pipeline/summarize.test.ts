import { describe, expect, it } from 'vitest';
import { summarize } from '../../src/pipeline/summarize.ts';

const title = 'Lumora teams up with Arctic Optics';

describe('summarize', () => {
  it.each([
    [
      'whole sentences from the evidence on',
      'It rained. Lumora and Arctic Optics build a camera. It arrives in June.',
      'Lumora and Arctic Optics build a camera. It arrives in June.',
    ],
    [
      'a sentence the feed cut off is left out',
      'They build a camera. The first phone is expected to co…',
      'They build a camera.',
    ],
    ['three dots are a cut as well', 'They build a camera. More on that in ...', 'They build a camera.'],
    ['invitations are left out', 'They build a camera. Subscribe to our newsletter.', 'They build a camera.'],
    ['the headline is not told again', `${title}. It arrives in June.`, 'It arrives in June.'],
    [
      'abbreviations end no sentence',
      'Lumora Inc. builds a camera with Dr. Optics.',
      'Lumora Inc. builds a camera with Dr. Optics.',
    ],
    [
      'Chinese sentences are sentences',
      '两家公司将共同开发相机。新机六月上市。',
      '两家公司将共同开发相机。新机六月上市。',
    ],
    ['nothing to say gives nothing', '', ''],
  ])('%s', (_name, text, expected) => {
    expect(summarize({ title, text }, { evidence: 'Lumora and Arctic Optics build a camera.' })).toBe(
      expected,
    );
  });

  it('stays short however long the text is', () => {
    const text = 'Lumora and Arctic Optics build a camera. '.repeat(30_000);
    expect(summarize({ title, text }, { evidence: '' }).length).toBeLessThan(600);
  });
});
