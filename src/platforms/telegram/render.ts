import type { LinkPreviewOptions, MessageEntity } from 'telegraf/types';
import { type Block, fit, type Message, type Span, type Spans } from '../../message.ts';
import { neutralised } from './neutralised.ts';
import { joined, plain, type Styled, styled, trimmed } from './styled.ts';

/** The text part of sendMessage and editMessageText: plain text with entities, so that nothing needs escaping. */
export interface Rendered {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly link_preview_options: LinkPreviewOptions;
}

/** https://core.telegram.org/bots/api#sendmessage: 4096 characters; UTF-16 units are never fewer than those. */
export const longestText = 4096;
/** Telegram heeds the first hundred: https://core.telegram.org/api/entities */
const mostEntities = 100;

/** A message as Telegram takes it, cut to what one message may hold. */
export function render(message: Message, longest = longestText): Rendered {
  // Its server finds these by itself; whatever else looks like one was made inert.
  const names = (message.mentions ?? []).filter((one) => one.startsWith('@'));
  const calls = names.length === 0 ? '' : `\n\n${names.join(' ')}`;
  const { text, entities } = paint(fit(message, longest - calls.length, (one) => paint(one).text.length));
  const { link } = message;
  return {
    text: text + calls,
    entities,
    link_preview_options:
      link !== undefined && isWebAddress(link)
        ? { url: link, prefer_small_media: true }
        : { is_disabled: true },
  };
}

function paint({ blocks }: Message): Styled {
  const parts = blocks
    .map((block) => ({ block, styled: paintBlock(block) }))
    .filter((part) => part.styled.text !== '');
  const text = joined(
    parts.map((part) => part.styled),
    (at) => gap(parts[at - 1]?.block, parts[at]?.block),
  );
  // What loses its entity to the limit is inert no more, and has to be made so.
  return neutralised({ ...text, entities: text.entities.slice(0, mostEntities) });
}

/** A headline belongs to the line below it, and clients draw quotes with a margin of their own. */
const gap = (above: Block | undefined, below: Block | undefined): string =>
  above?.is === 'heading' || above?.is === 'quote' || below?.is === 'quote' ? '\n' : '\n\n';

const emphasis: Readonly<Record<Exclude<Block['is'], 'list'>, Omit<Span, 'text'>>> = {
  heading: { bold: true },
  text: {},
  quote: {},
  note: { italic: true },
};

function paintBlock(block: Block): Styled {
  if (block.is === 'list') return paintList(block.items);
  const text = paintSpans(block.spans.map((one) => ({ ...one, ...emphasis[block.is] })));
  return block.is === 'quote' ? styled(text, { type: 'blockquote' }) : text;
}

function paintList(items: readonly Spans[]): Styled {
  const painted = items.map(paintSpans).filter(({ text }) => text !== '');
  return joined(
    painted.map((item) => joined([plain('• '), item])),
    () => '\n',
  );
}

const paintSpans = (spans: Spans): Styled => trimmed(joined(spans.map(paintSpan)));

function paintSpan(span: Span): Styled {
  const text = plain(clean(span.text));
  if (span.href !== undefined && isWebAddress(span.href)) {
    return emphasised(styled(text, { type: 'text_link', url: span.href }), span);
  }
  return span.code ? paintCode(text.text) : emphasised(text, span);
}

function emphasised(inner: Styled, { bold, italic }: Span): Styled {
  const slanted = italic ? styled(inner, { type: 'italic' }) : inner;
  return bold ? styled(slanted, { type: 'bold' }) : slanted;
}

/** A command shown as code would be copied when tapped; shown as a command it is sent. */
function paintCode(text: string): Styled {
  const [command = ''] = /^\/[a-z0-9_]{1,32}(?=\s|$)/u.exec(text) ?? [];
  return command === ''
    ? styled(plain(text), { type: 'code' })
    : joined([styled(plain(command), { type: 'bot_command' }), plain(text.slice(command.length))]);
}

const isWebAddress = (href: string): boolean => /^https?:$/u.test(URL.parse(href)?.protocol ?? '');

/**
 * What Telegram would remove or replace on its side is gone before offsets are counted: control characters,
 * direction overrides, some combining lines (TDLib, `fix_formatted_text`), and halves of surrogate pairs,
 * for which it refuses the whole message.
 */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]|\u0333|\u033f|\u030a/gu, '')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ');
