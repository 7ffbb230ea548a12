import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import { pressable } from './pressable.ts';
import type { Block, Message, Span, Spans } from '../../message.ts';

export interface Terminal {
  readonly columns: number;
  /** Colours, styles and OSC 8 hyperlinks; off when the output is a file or a pipe. */
  readonly styled: boolean;
}

const widest = 96;

/** A message as lines for a terminal, each ending in a newline. */
export function render(message: Message, terminal: Terminal): string {
  const bar = terminal.styled ? `${coloured('▍', message.colour ?? 0x64748b)} ` : '| ';
  const width = Math.max(20, Math.min(terminal.columns, widest) - 2);
  const lines = message.blocks.flatMap((block) => paint(block, width, terminal));
  // A pipe shows no hyperlinks, so the address is written out.
  if (!terminal.styled && message.link !== undefined) lines.push(clean(message.link));
  lines.push(...pressables(message, width));
  return `${lines.map((line) => `${bar}${line}`.trimEnd()).join('\n')}\n`;
}

/** What can be pressed, with the number to type for it, and what words are wanted for. */
function pressables(message: Message, width: number): readonly string[] {
  const numbered = pressable(message).map(({ label }, at) => `[${at + 1}] ${clean(label)}`);
  return [
    ...(numbered.length === 0 ? [] : wrapped(numbered.join('  '), width)),
    ...(message.file ? [`(${clean(message.file.name)})`] : []),
  ];
}

function paint(block: Block, width: number, terminal: Terminal): readonly string[] {
  switch (block.is) {
    case 'heading':
      return wrapped(style('bold', spans(block.spans, terminal), terminal), width);
    case 'text':
      return wrapped(spans(block.spans, terminal), width);
    case 'quote':
      return wrapped(style('italic', spans(block.spans, terminal), terminal), width);
    case 'list':
      return block.items.flatMap((item) =>
        wrapped(spans(item, terminal), width - 2).map((line, at) => `${at === 0 ? '•' : ' '} ${line}`),
      );
    case 'note':
      return wrapped(style('dim', spans(block.spans, terminal), terminal), width);
  }
}

/** Hard, because Chinese and Japanese have no spaces to break at. */
const wrapped = (text: string, width: number): readonly string[] =>
  wrapAnsi(text, width, { hard: true, trim: true }).split('\n');

const spans = (all: Spans, terminal: Terminal): string => all.map((one) => paintSpan(one, terminal)).join('');

function paintSpan(one: Span, terminal: Terminal): string {
  let text = clean(one.text);
  if (one.bold) text = style('bold', text, terminal);
  if (one.italic) text = style('italic', text, terminal);
  if (one.code) text = style('cyan', text, terminal);
  const linked = terminal.styled && one.href !== undefined && /^https?:\/\//iu.test(one.href);
  return linked ? `\u001b]8;;${clean(one.href ?? '')}\u0007${text}\u001b]8;;\u0007` : text;
}

type Style = Parameters<typeof styleText>[0];

const style = (format: Style, text: string, { styled }: Terminal): string =>
  styled ? styleText(format, text, { validateStream: false }) : text;

const coloured = (text: string, rgb: number): string =>
  `\u001b[38;2;${(rgb >> 16) & 255};${(rgb >> 8) & 255};${rgb & 255}m${text}\u001b[39m`;

/** Feeds may carry escape sequences that would repaint or retitle the terminal: only newlines survive. */
const clean = (text: string): string => text.replaceAll(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
