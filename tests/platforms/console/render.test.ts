import { describe, expect, it } from 'vitest';
import { type Message, sentence, span } from '../../../src/message.ts';
import { render } from '../../../src/platforms/console/render.ts';

const plain = { columns: 40, styled: false };
const styled = { columns: 40, styled: true };

const post: Message = {
  blocks: [
    {
      is: 'heading',
      spans: [span('Lumora teams up with Arctic Optics', { href: 'https://circuit.example/lumora' })],
    },
    { is: 'text', spans: [span('They will build a camera for a phone that arrives in June.')] },
    { is: 'list', items: [[span('first')], [span('second\nwith more')]] },
    { is: 'quote', spans: [span('a new era')] },
    { is: 'note', spans: [span('The Circuit Post')] },
  ],
  link: 'https://circuit.example/lumora',
};

describe('render in a pipe', () => {
  it('wraps words, marks the post and writes the address out', () => {
    expect(render(post, plain)).toBe(
      [
        '| Lumora teams up with Arctic Optics',
        '| They will build a camera for a phone',
        '| that arrives in June.',
        '| • first',
        '| • second',
        '|   with more',
        '| a new era',
        '| The Circuit Post',
        '| https://circuit.example/lumora',
        '',
      ].join('\n'),
    );
  });

  it('counts Chinese characters as two columns', () => {
    for (const line of render(sentence('携手打造影像旗舰'.repeat(8)), plain)
      .trim()
      .split('\n')) {
      expect(line.length - 2).toBeLessThanOrEqual(19);
    }
  });
});

describe('render in a terminal', () => {
  it('links the headline and colours the bar', () => {
    const text = render({ ...post, colour: 0x10b981 }, styled);
    expect(text).toContain('\u001b]8;;https://circuit.example/lumora\u0007');
    expect(text).toContain('\u001b[38;2;16;185;129m');
  });

  it.each([
    ['an escape sequence that clears the screen', 'a\u001b[2Jb', 'a[2Jb'],
    ['a bell and a backspace', 'a\u0007\u0008b', 'ab'],
    ['a carriage return that writes over the line', 'honest\rforged', 'honestforged'],
    ['a C1 control', 'a\u009b31mb', 'a31mb'],
    ['text turned around', 'a\u202eb', 'ab'],
  ])('disarms %s', (_name, hostile, shown) => {
    expect(render(sentence(hostile), plain)).toBe(`| ${shown}\n`);
  });

  it('drops a link that is not http', () => {
    expect(
      render({ blocks: [{ is: 'text', spans: [span('x', { href: 'file:///etc/passwd' })] }] }, styled),
    ).not.toContain('passwd');
  });
});
