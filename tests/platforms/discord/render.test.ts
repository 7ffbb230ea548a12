import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Message, sentence, type Spans, span } from '../../../src/message.ts';
import { limits, render } from '../../../src/platforms/discord/render.ts';
import { shown } from '../../fakes/discord/shown.ts';

const card: Message = {
  blocks: [
    {
      is: 'heading',
      spans: [span('Nordlicht and Kaito team up on *quiet* drones', { href: 'https://news.example/a?b=1' })],
    },
    { is: 'text', spans: [span('Nordlicht × Kaito', { bold: true }), span(' · Joint product, announced')] },
    { is: 'text', spans: [span('The two will build a drone_kit together.\nIt ships in spring.')] },
    { is: 'quote', spans: [span('We could not do it alone'), span(', said nobody', { italic: true })] },
    {
      is: 'list',
      items: [
        [span('One', { href: 'https://one.example' }), span('\nbelow one')],
        [span('/help', { code: true })],
      ],
    },
    { is: 'heading', spans: [span('More')] },
    {
      is: 'note',
      spans: [span('Example Times', { href: 'https://times.example/x_(y)' }), span(' · Sample Post')],
    },
  ],
  image: 'https://img.example/drone.png',
  colour: 0x10b981,
};

const only = (message: Message) => {
  const [embed] = render(message).embeds ?? [];
  if (!embed) throw new Error('there is no embed');
  return embed;
};
const text = (spans: Spans): Message => ({ blocks: [{ is: 'text', spans }] });
const described = (message: Message): string => only(message).description ?? '';

describe('render', () => {
  it('shows a card as one embed that mentions nobody', () => {
    expect(render(card).allowed_mentions).toEqual({ parse: [] });
    const { description, ...rest } = only(card);
    expect(rest).toEqual({
      title: 'Nordlicht and Kaito team up on \\*quiet\\* drones',
      url: 'https://news.example/a?b=1',
      color: 0x10b981,
      image: { url: 'https://img.example/drone.png' },
    });
    expect(description).toBe(
      [
        '**Nordlicht × Kaito** · Joint product, announced',
        '',
        'The two will build a drone\\_kit together.',
        'It ships in spring.',
        '',
        '> We could not do it alone*, said nobody*',
        '',
        '- [One](https://one.example/)',
        '  below one',
        '- `/help`',
        '',
        '### More',
        '',
        '-# [Example Times](https://times.example/x_%28y%29) · Sample Post',
      ].join('\n'),
    );
  });

  it.each<readonly [string, Spans, string]>([
    ['bold beside italic', [span('a', { bold: true }), span('b', { italic: true })], '**a**\u200b*b*'],
    ['bold and italic at once', [span('a', { bold: true, italic: true })], '***a***'],
    ['blanks stay outside of stars', [span(' a ', { bold: true }), span('b')], '**a** b'],
    ['styles end at each line', [span('a\nb', { bold: true })], '**a**\n**b**'],
    ['code that holds a backtick', [span('a`b', { code: true })], '`` a`b ``'],
    ['a blank link', [span('a'), span(' ', { href: 'https://x.example' }), span('b')], 'a b'],
    [
      'brackets in a label',
      [span('[New] a', { href: 'https://x.example/' })],
      '[\\[New\\] a](https://x.example/)',
    ],
    [
      'a lone bracket in a label',
      [span('a [b', { href: 'https://x.example/' })],
      '[a (b](https://x.example/)',
    ],
  ])('writes %s', (_, spans, markdown) => expect(described(text(spans))).toBe(markdown));

  it.each([
    ['script', 'javascript:alert(1)'],
    ['file', 'file:///etc/passwd'],
    ['discord protocol', 'discord://-/settings'],
    ['relative', '/news/1'],
    ['host without a dot', 'http://localhost:3000/'],
    ['too long', `https://x.example/${'a'.repeat(2_048)}`],
  ])('drops the address, not the text, of a %s link', (_, href) => {
    expect(described(text([span('here', { href })]))).toBe('here');
    const embed = only({ blocks: [{ is: 'heading', spans: [span('Title', { href })] }], image: href });
    expect(embed).toEqual({ title: 'Title', description: '' });
  });
});

const lines = (one: string) => one.split('\n').map((line) => line.trim());

const hostile = [
  ['everyone', 'hello @everyone and @here'],
  ['user, role and channel', '<@123456789012345678> <@&123456789012345678> <#123456789012345678>'],
  ['command and guide mentions', '</help:123456789012345678> <id:customize>'],
  ['timestamp', 'at <t:1700000000:R>'],
  ['emoji', '<:kek:123456789012345678> <a:kek:123456789012345678> :smile: 12:30:45'],
  ['masked link', '[click](https://evil.example) [x](<https://evil.example>)'],
  ['link after a link', '](https://evil.example) x](https://evil.example)'],
  ['bare links', 'https://evil.example discord://x <https://evil.example> <mailto:a@b.example>'],
  ['emphasis', '**a** *b* _c_ __d__ ~~e~~ ||f|| ***g***'],
  ['code', '`a` ``b`` ```js\nc\n``` ```'],
  ['headings', '# one\n## two\n### three\n  # four\n-# five'],
  ['quotes', '> one\n>>> two\n > three'],
  ['lists', '- one\n* two\n+ three\n1. four\n  - five\n10. six'],
  ['backslashes', '\\*a\\* \\\\ \\'],
  ['half a markup', '** __ ~~ || ` [ ]( < \\'],
  ['shrug', '¯\\_(ツ)_/¯'],
] as const;

describe('what a feed writes', () => {
  const places: readonly (readonly [string, (text: string) => Block])[] = [
    ['text', (one) => ({ is: 'text', spans: [span(one)] })],
    ['a list', (one) => ({ is: 'list', items: [[span(one)]] })],
    ['a quote', (one) => ({ is: 'quote', spans: [span(one)] })],
    ['small print', (one) => ({ is: 'note', spans: [span(one)] })],
  ];
  const own = new Set(['list', 'quote', 'subtext']);

  it.each(
    hostile.flatMap(([name, one]) => places.map(([where, block]) => [name, where, one, block] as const)),
  )('is shown as it is: %s in %s', (_, __, one, block) => {
    const read = shown(described({ blocks: [block(one)] }));
    expect(lines(read.text)).toEqual(lines(one));
    expect(read.links).toEqual([]);
    expect(read.effects.filter((effect) => !own.has(effect))).toEqual([]);
  });

  it.each(hostile)('is shown as it is in a title: %s', (_, one) => {
    const read = shown(only({ blocks: [{ is: 'heading', spans: [span(one)] }] }).title ?? '');
    expect(read).toEqual({ text: one.replaceAll(/\s*\n\s*/gu, ' ').trim(), links: [], effects: [] });
  });

  it.each(hostile)('cannot bend our own link: %s', (_, one) => {
    const line = one.replaceAll('\n', ' ');
    const ours = { href: 'https://good.example/' };
    const read = shown(described(text([span(line, ours), span(line), span('end', ours), span(line)])));
    expect(new Set(read.links.map(({ href }) => href))).toEqual(new Set(['https://good.example/']));
    expect(read.effects).toEqual([]);
  });

  const wild = fc.string({
    unit: fc.constantFrom(
      ...Array.from('\\*_~|`<>[]()@#:-+.! \n1ab/'),
      '@everyone',
      '://',
      'https://evil.example',
      '<@1>',
      '€',
      '字',
    ),
    maxLength: 40,
  });

  it('is shown as it is, whatever it is', () => {
    fc.assert(
      fc.property(wild, wild, (one, two) => {
        const read = shown(described(text([span(one), span(two)])));
        expect(read.links).toEqual([]);
        expect(read.effects).toEqual([]);
        expect(read.text.trim()).toBe((one + two).trim());
      }),
      { numRuns: 2_000 },
    );
  });

  it('cannot bend our own links, whatever it is', () => {
    const ours = { href: 'https://good.example/' };
    fc.assert(
      fc.property(wild, wild, (one, two) => {
        const read = shown(
          described(text([span(one), span(two, ours), span(one), span('x', ours), span(two)])),
        );
        for (const { href } of read.links) expect(href).toBe(ours.href);
        expect(read.effects).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses control characters and direction overrides', () => {
    expect(described(sentence('a\u202eb\u0007c\r\nd\u2066e'))).toBe('abc\nde');
  });
});

const long = (words: string): Message => ({
  blocks: [
    { is: 'heading', spans: [span(words)] },
    { is: 'text', spans: [span(words)] },
    { is: 'note', spans: [span('Example Times', { href: 'https://times.example' })] },
  ],
});

describe('a message too long for Discord', () => {
  it.each([
    ['words', 'word '.repeat(2_000)],
    ['nothing but markup', '*'.repeat(9_000)],
    ['emoji', '👩‍👩‍👧'.repeat(2_000)],
  ])('is cut to fit, measured as rendered, small print last: %s', (_, one) => {
    const { title = '', description = '' } = only(long(one));
    expect(title.length).toBeLessThanOrEqual(limits.title);
    expect(title.length).toBeGreaterThan(limits.title - 20);
    expect(description.length).toBeLessThanOrEqual(limits.description);
    expect(description.length).toBeGreaterThan(limits.description - 40);
    expect(description).toMatch(/…\n\n-# \[Example Times\]\(https:\/\/times\.example\/\)$/u);
  });
});
