import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Message, sentence, span } from '../../../src/message.ts';
import { render } from '../../../src/platforms/telegram/render.ts';
import { foundEntities } from '../../fakes/telegram/foundEntities.ts';
import { againstRules } from '../../fakes/telegram/rules.ts';

/** The rendering as a reader would describe it: every styled stretch with its styles. */
const shown = (message: Message) => {
  const { text, entities } = render(message);
  return {
    text,
    styles: entities.map(({ type, offset, length }) => `${type}: ${text.slice(offset, offset + length)}`),
  };
};

const block = (one: Block): Message => ({ blocks: [one] });

describe('a rendered message', () => {
  it('reads as a card: headline, facts right below it, summary, sources', () => {
    expect(
      shown({
        blocks: [
          { is: 'heading', spans: [span('Nordlicht and Ohm team up', { href: 'https://example.com/a' })] },
          { is: 'text', spans: [span('Nordlicht × Ohm', { bold: true }), span(' · Alliance, announced')] },
          { is: 'text', spans: [span('They build chargers together.')] },
          { is: 'quote', spans: [span('We are stronger together.')] },
          { is: 'list', items: [[span('First')], [span('Second', { href: 'https://example.com/2' })]] },
          { is: 'note', spans: [span('Example Wire', { href: 'https://example.com/a' }), span(' · Daily')] },
        ],
      }),
    ).toEqual({
      text: [
        'Nordlicht and Ohm team up',
        'Nordlicht × Ohm · Alliance, announced',
        '',
        'They build chargers together.',
        'We are stronger together.',
        '• First',
        '• Second',
        '',
        'Example Wire · Daily',
      ].join('\n'),
      styles: [
        'bold: Nordlicht and Ohm team up',
        'text_link: Nordlicht and Ohm team up',
        'bold: Nordlicht × Ohm',
        'blockquote: We are stronger together.',
        'text_link: Second',
        'italic: Example Wire',
        'text_link: Example Wire',
        'italic:  · Daily',
      ],
    });
  });

  it.each([
    ['Chinese', '华为与徕卡合作'],
    ['emoji outside of the basic plane', '🤝 Pact 👩‍👩‍👧 signed'],
    ['Arabic', 'شراكة جديدة بين شركتين'],
    ['a rare ideograph', '𠮷野家 and 𝔑𝔬𝔯𝔡'],
  ])('counts offsets in UTF-16 units: %s', (_name, words) => {
    const message = block({ is: 'text', spans: [span(`${words} `), span(words, { bold: true })] });
    expect(shown(message).styles).toEqual([`bold: ${words}`]);
  });

  it.each([
    ['trims blanks at the ends of a block', '  both  ', 'both'],
    ['keeps newlines and drops carriage returns', 'one\r\ntwo', 'one\ntwo'],
    ['drops direction overrides', 'safe\u202efdp', 'safefdp'],
    ['replaces control characters', 'a\u0000b\tc', 'a b c'],
    ['replaces half a surrogate pair', 'half \ud83e!', 'half \ufffd!'],
    ['composes letters whose marks Telegram would drop', 'A\u030angstro\u0308m', 'Ångström'],
    ['needs no escaping', '<b>&amp; *stars* [x](y) `code`', '<b>&amp; *stars* [x](y) `code`'],
  ])('%s', (_name, written, read) => {
    expect(render(sentence(written)).text).toBe(read);
  });

  it.each([
    ['javascript', 'javascript:alert(1)'],
    ['a user mention', 'tg://user?id=1'],
    ['a file', 'file:///etc/passwd'],
    ['no address at all', 'nowhere'],
  ])('keeps the words and drops a link to %s', (_name, href) => {
    expect(shown(block({ is: 'text', spans: [span('words', { href })] }))).toEqual({
      text: 'words',
      styles: [],
    });
  });

  it('shows a command so that tapping sends it, and other code as code', () => {
    const spans = [span('/latest [company]', { code: true }), span(' or '), span('KEYV', { code: true })];
    expect(shown(block({ is: 'text', spans }))).toEqual({
      text: '/latest [company] or KEYV',
      styles: ['bot_command: /latest', 'code: KEYV'],
    });
  });

  it('previews the link of the post, small, and nothing else', () => {
    expect(render({ ...sentence('A'), link: 'https://example.com/a' }).link_preview_options).toEqual({
      url: 'https://example.com/a',
      prefer_small_media: true,
    });
    expect(render(sentence('A')).link_preview_options).toEqual({ is_disabled: true });
    expect(render({ ...sentence('A'), link: 'data:text/html,x' }).link_preview_options).toEqual({
      is_disabled: true,
    });
  });

  it('fits into one message and keeps the headline', () => {
    const { text } = render({
      blocks: [
        { is: 'heading', spans: [span('Headline')] },
        { is: 'text', spans: [span('@word and more. '.repeat(2_000))] },
        { is: 'note', spans: [span('Source')] },
      ],
    });
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(text.length).toBeGreaterThan(4000);
    expect(text).toMatch(/^Headline\n.*…\n\nSource$/su);
  });
});

describe('what a feed wrote', () => {
  it.each([
    ['a mention', 'ask @durov about it'],
    ['a mention after CJK', '联系：@someone'],
    ['a command', 'tap /unsubscribe now'],
    ['a command for a bot', 'tap /unsubscribe@pactwire_bot'],
    ['an address', 'see https://evil.example/x?y=1'],
    ['a bare host', 'see Evil.com, or t.me/joinchat'],
    ['a host with an emoji', 'see 🙂.com'],
    ['an international host', 'see пример.рф'],
    ['an IPv4 address', 'see http://10.0.0.1/x and 8.8.8.8'],
    ['an address of the app', 'see tg://resolve?domain=x'],
    ['an e-mail address', 'mail someone.else@example.com'],
  ])('does not become tappable by itself: %s', (_name, text) => {
    const before = foundEntities(text, []);
    expect(before).not.toEqual([]);
    const rendered = render(sentence(text));
    expect(foundEntities(rendered.text, rendered.entities)).toEqual([]);
    expect(rendered.text.replaceAll('\u2060', '')).toBe(text);
  });

  it('does not become tappable where two spans meet', () => {
    const spans = [
      span('see evil.'),
      span('com', { bold: true }),
      span(' and @'),
      span('durov', { italic: true }),
    ];
    const rendered = render(block({ is: 'text', spans }));
    expect(foundEntities(rendered.text, rendered.entities)).toEqual([]);
    expect(shown(block({ is: 'text', spans })).styles).toEqual(['bold: com', 'italic: durov']);
  });

  it.each(['version 3.5 of Node', 'and/or', '24/7', 'U.S. and e.g. this', 'He said. Then'])(
    'stays as it is where nothing would be found: %s',
    (text) => {
      expect(render(sentence(text)).text).toBe(text);
    },
  );

  const spans = fc.array(
    fc
      .record({
        text: fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.string({ unit: 'grapheme', maxLength: 60 }),
          fc.string({
            unit: fc.constantFrom('@', '/', '.', ':', 'a', 'com', ' ', '\n', '1', '🙂', '\ud800'),
            maxLength: 40,
          }),
        ),
        bold: fc.boolean(),
        italic: fc.boolean(),
        code: fc.boolean(),
        href: fc.option(fc.oneof(fc.webUrl(), fc.string())),
      })
      .map(({ text, bold, italic, code, href }) =>
        span(text, {
          ...(bold ? { bold } : {}),
          ...(italic ? { italic } : {}),
          ...(code ? { code } : {}),
          ...(href === null ? {} : { href }),
        }),
      ),
    { maxLength: 6 },
  );
  const blocks: fc.Arbitrary<Block[]> = fc.array(
    fc.oneof(
      fc.record({ is: fc.constantFrom('heading', 'text', 'quote', 'note'), spans }),
      fc.record({ is: fc.constant('list' as const), items: fc.array(spans, { maxLength: 4 }) }),
    ),
    { maxLength: 6 },
  );

  it('is inert where the limit of a hundred leaves it without its entity', () => {
    const codes = (...texts: string[]) => texts.map((one) => ({ text: one, code: true }) as const);
    const hundred = Array.from({ length: 100 }, (_, n) => `${n}`);
    const { text, entities } = render({
      blocks: [{ is: 'text', spans: codes(...hundred, ' @northwind') }],
    });
    expect([entities.length, foundEntities(text, entities)]).toEqual([100, []]);
  });

  it('always gives a text and entities that Telegram accepts, with nothing tappable but what we set', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const { text, entities } = render({ blocks: all });
        if (text === '') return;
        expect(againstRules('sendMessage', { text, entities })).toEqual([]);
        const meant = entities.filter(({ type }) => type === 'bot_command').map(({ offset }) => offset);
        const unmeant = foundEntities(text, entities).filter(({ offset }) => !meant.includes(offset));
        expect(unmeant).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
