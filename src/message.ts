/** Styled text without markup: what we want to say, before any platform says it its own way. */

export interface Span {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
  /** http or https only; renderers drop any other scheme and keep the text. */
  readonly href?: string;
}

export type Spans = readonly Span[];

export type Block =
  | { readonly is: 'heading'; readonly spans: Spans }
  | { readonly is: 'text'; readonly spans: Spans }
  | { readonly is: 'quote'; readonly spans: Spans }
  | { readonly is: 'list'; readonly items: readonly Spans[] }
  /** Small print below the rest: sources, stage, confidence. */
  | { readonly is: 'note'; readonly spans: Spans };

/** Something to press below a message. A `press` is an opaque id of at most 40 ASCII characters. */
export type Action =
  | { readonly is: 'link'; readonly label: string; readonly href: string }
  | {
      readonly is: 'button';
      readonly label: string;
      readonly press: string;
      readonly look?: 'main' | 'danger';
    }
  /** One of at most 25; `label` invites to choose. */
  | {
      readonly is: 'menu';
      readonly label: string;
      readonly choices: readonly { readonly label: string; readonly press: string }[];
    };

/** A file that comes along: a picture is shown, anything else offered for download. */
export interface Attachment {
  readonly name: string;
  /** A media type: `image/png`, `text/x-opml`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The most bytes that we take of a file. */
export const largestFile = 5_000_000;

/** One answer or one post. Newlines inside spans are kept; blocks stand apart from each other. */
export interface Message {
  readonly blocks: readonly Block[];
  /** Rows of things to press, at most five of at most five. */
  readonly actions?: readonly (readonly Action[])[];
  readonly file?: Attachment;
  /** Words are wanted next: a reply where the platform has replies, a form behind a button where it has forms. */
  readonly ask?: { readonly label: string; readonly press: string };
  /**
   * Where the answer to a press appears: in place of the message that was pressed, or before the eyes of
   * the presser alone; as a new message when absent.
   */
  readonly shown?: 'instead' | 'aside';
  /** Whom the message calls, deliberately: `role:1`, `user:2`, `@name`. Text never does. */
  readonly mentions?: readonly string[];
  /** Where the post as a whole leads, and what a platform may preview. */
  readonly link?: string;
  readonly image?: string;
  /** 24-bit RGB, shown where the platform can. */
  readonly colour?: number;
}

/** An address without the name and password in it: they are a secret, or make the link look like another's. */
export function shownAddress(href: string): string {
  const url = href.includes('@') ? URL.parse(href) : null;
  if (!url || (url.username === '' && url.password === '')) return href;
  return Object.assign(url, { username: '', password: '' }).href;
}

export const span = (text: string, style: Omit<Span, 'text'> = {}): Span => ({
  text,
  ...style,
  ...(style.href === undefined ? {} : { href: shownAddress(style.href) }),
});

/** A message of one plain paragraph, for answers that are a sentence. */
export const sentence = (text: string | Spans): Message => ({
  blocks: [{ is: 'text', spans: typeof text === 'string' ? [span(text)] : text }],
});

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The longest beginning of a text within `max` UTF-16 units, ending in "…" when something was cut;
 * never splits what a reader sees as one character and prefers the end of a word.
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  let end = 0;
  // Looking at a window keeps this linear in `max`, however long the text is.
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  const space = text.lastIndexOf(' ', end);
  const at = space > end * 0.6 ? space : end;
  return `${text.slice(0, at).trimEnd()}…`;
}

const textLength = (spans: Spans): number => spans.reduce((sum, { text }) => sum + text.length, 0);

function cutSpans(spans: Spans, max: number): Spans {
  let left = max;
  const kept: Span[] = [];
  for (const one of spans) {
    if (left <= 0) break;
    kept.push({ ...one, text: cut(one.text, left) });
    left -= one.text.length;
  }
  return kept;
}

const blockLength = (block: Block): number =>
  block.is === 'list'
    ? block.items.reduce((sum, item) => sum + textLength(item), 0)
    : textLength(block.spans);

function cutBlock(block: Block, max: number): Block | undefined {
  if (blockLength(block) <= max) return block;
  if (max <= 0) return undefined;
  if (block.is !== 'list') return { ...block, spans: cutSpans(block.spans, max) };
  // Half an entry of a list helps nobody: whole entries go, unless the first alone is too long.
  let left = max;
  const items: Spans[] = [];
  for (const item of block.items) {
    if (textLength(item) > left) break;
    items.push(item);
    left -= textLength(item);
  }
  const [first] = block.items;
  return { ...block, items: items.length > 0 || !first ? items : [cutSpans(first, max)] };
}

function withBudget(message: Message, budget: number, mayCut: (block: Block) => boolean): Message {
  let left = budget;
  const blocks: Block[] = [];
  for (const block of message.blocks) {
    const kept = mayCut(block) ? cutBlock(block, left) : block;
    if (mayCut(block)) left -= blockLength(block);
    if (kept) blocks.push(kept);
  }
  return { ...message, blocks };
}

const isProse = (block: Block): boolean => block.is !== 'heading' && block.is !== 'note';

/**
 * Cuts a message until `measure` (the size of its rendering) is at most `max`: prose first and from the end,
 * heading and small print only when nothing else is left. Cutting happens here, before rendering, because
 * cut markup is broken markup.
 */
export function fit(message: Message, max: number, measure: (message: Message) => number): Message {
  if (measure(message) <= max) return message;
  for (const mayCut of [isProse, () => true]) {
    const whole = message.blocks.filter(mayCut).reduce((sum, block) => sum + blockLength(block), 0);
    let [low, high] = [0, whole];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (measure(withBudget(message, middle, mayCut)) <= max) low = middle;
      else high = middle - 1;
    }
    const fitted = withBudget(message, low, mayCut);
    if (measure(fitted) <= max) return fitted;
  }
  return { ...message, blocks: [] };
}
