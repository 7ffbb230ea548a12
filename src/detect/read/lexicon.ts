import type { Token } from './tokens.ts';

/** A phrase of a lexicon found in a text; `from` and `to` count tokens, half open. */
export interface Cue {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

export interface Lexicon {
  readonly language: string;
  /** Function words, by which a text's language is told. */
  readonly common: ReadonlySet<string>;
  /** Every phrase found, the longest of each kind at each place; `words` as from `tokens`, names as `ORG`. */
  find(words: readonly string[]): Cue[];
}

interface Node {
  readonly next: Map<string, Node>;
  gap?: Node;
  readonly ends: Set<string>;
}

/** A gap in a phrase bridges at most so many words, which also keeps matching linear. */
const longestGap = 5;

/** Reads the plain-text form: `[kind]` headings, one phrase a line, `(a|b|)` alternatives, `*` a short gap, `#` comments. */
export function lexicon(
  language: string,
  source: string,
  tokens: (text: string) => readonly Token[],
): Lexicon {
  const root = node();
  const common = new Set<string>();
  for (const [kind, phrase] of phrases(source)) {
    const words = phrase
      .split(/(ORG|\*)/u)
      .flatMap((part) =>
        part === 'ORG' || part === '*' ? [part] : tokens(part.replaceAll('-', ' ')).map(({ norm }) => norm),
      );
    if (kind === 'common') words.forEach((word) => common.add(word));
    else plant(root, words, kind);
  }
  return { language, common, find: (words) => words.flatMap((_, from) => longest(root, words, from)) };
}

function* phrases(source: string): Generator<readonly [kind: string, phrase: string]> {
  let kind = '';
  for (const line of source.split('\n')) {
    const written = line.replace(/#.*$/u, '').trim();
    const heading = /^\[(.+)\]$/u.exec(written)?.[1];
    if (heading !== undefined) kind = heading;
    else if (written !== '') for (const phrase of expanded(written)) yield [kind, phrase];
  }
}

function expanded(phrase: string): string[] {
  const open = phrase.indexOf('(');
  const close = phrase.indexOf(')', open);
  if (open < 0 || close < 0) return [phrase];
  const before = phrase.slice(0, open);
  const after = phrase.slice(close + 1);
  return phrase
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => expanded(before + choice + after));
}

const node = (): Node => ({ next: new Map(), ends: new Set() });

function plant(root: Node, words: readonly string[], kind: string): void {
  let at = root;
  for (const word of words) {
    if (word === '*') {
      at = at.gap ??= node();
    } else {
      const next = at.next.get(word) ?? node();
      at.next.set(word, next);
      at = next;
    }
  }
  if (at !== root) at.ends.add(kind);
}

function longest(root: Node, words: readonly string[], from: number): Cue[] {
  const found = new Map<string, number>();
  walk(root, words, from, found);
  return [...found].map(([kind, to]) => ({ kind, from, to }));
}

function walk(at: Node, words: readonly string[], position: number, found: Map<string, number>): void {
  for (const kind of at.ends) found.set(kind, Math.max(position, found.get(kind) ?? 0));
  const word = words[position];
  if (word === undefined) return;
  const next = at.next.get(word);
  if (next) walk(next, words, position + 1, found);
  if (!at.gap) return;
  for (let skip = 0; skip <= longestGap && position + skip < words.length; skip += 1)
    walk(at.gap, words, position + skip, found);
}
