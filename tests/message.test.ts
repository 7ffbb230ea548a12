import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, fit, type Message, span } from '../src/message.ts';

describe('cut', () => {
  it.each([
    ['a text that fits stays whole', 'Short.', 10, 'Short.'],
    ['the end of a word is preferred', 'Cameras meet phones today', 18, 'Cameras meet…'],
    ['a single long word is cut inside', 'Donaudampfschifffahrt', 8, 'Donauda…'],
    ['an emoji of several code points is kept or dropped whole', 'ab👩‍👩‍👧cd', 6, 'ab…'],
    ['a combining accent stays with its letter', 'cafe\u0301s and more', 6, 'cafe\u0301…'],
    ['nothing fits into nothing', 'text', 0, ''],
  ])('%s', (_name, text, max, expected) => {
    expect(cut(text, max)).toBe(expected);
  });

  it('never exceeds the limit and never splits a surrogate pair', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 0, max: 80 }),
        (text, max) => {
          const short = cut(text, max);
          expect(short.length).toBeLessThanOrEqual(Math.max(max, 0));
          expect(short.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});

const rendered = ({ blocks }: Message): number =>
  blocks
    .flatMap((block) => (block.is === 'list' ? block.items.flat() : block.spans))
    // A rendering is longer than its text: here every & costs five characters.
    .reduce((sum, { text }) => sum + text.replaceAll('&', '&amp;').length, 0);

const story: Message = {
  blocks: [
    { is: 'heading', spans: [span('A & B team up')] },
    {
      is: 'text',
      spans: [span('A', { bold: true }), span(' & '), span('B build cameras & phones together.')],
    },
    { is: 'note', spans: [span('The Circuit Post')] },
  ],
};

describe('fit', () => {
  it('leaves a message alone that fits', () => {
    expect(fit(story, 500, rendered)).toBe(story);
  });

  it('cuts prose first and keeps heading and small print', () => {
    const short = fit(story, 60, rendered);
    expect(short.blocks.map(({ is }) => is)).toEqual(['heading', 'text', 'note']);
    expect(short.blocks[0]).toEqual(story.blocks[0]);
    expect(rendered(short)).toBeLessThanOrEqual(60);
  });

  it('drops whole entries of a list', () => {
    const list: Message = {
      blocks: [{ is: 'list', items: [[span('first')], [span('second')], [span('third')]] }],
    };
    expect(fit(list, 12, rendered).blocks).toEqual([
      { is: 'list', items: [[span('first')], [span('second')]] },
    ]);
  });

  it('fits whatever is given into whatever is asked', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 120 }), (parts, max) => {
        const message: Message = {
          blocks: parts.map((text, at) => ({
            is: (['heading', 'text', 'note'] as const)[at % 3] ?? 'text',
            spans: [span(text)],
          })),
        };
        expect(rendered(fit(message, max, rendered))).toBeLessThanOrEqual(max);
      }),
    );
  });
});

it.each([
  [
    'a password, which is nobody’s business',
    'https://me:secret@lantern.example/feed',
    'https://lantern.example/feed',
  ],
  ['a name that makes it look like another’s', 'https://bank.example@evil.example/', 'https://evil.example/'],
  ['an at sign in its path, and it stays', 'https://blog.example/@me', 'https://blog.example/@me'],
  ['no address at all, and it stays', 'me@lantern.example', 'me@lantern.example'],
])('a link with %s', (_what, href, shown) => expect(span('x', { href }).href).toBe(shown));
