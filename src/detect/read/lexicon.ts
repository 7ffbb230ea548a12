import { firstWord, tokens } from './tokens.ts';

/** A phrase of a lexicon found in a text; `from` and `to` count tokens, half open. */
export interface Cue {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

export interface Lexicon {
  readonly language: string;
  /** Every phrase found, the longest of each kind at each place; `words` as from `tokens`, names as `ORG`. */
  find(words: readonly string[]): Cue[];
  /** The same for the kinds with a dot, which only tell kinds and stages of partnerships apart. */
  findManner(words: readonly string[]): Cue[];
}

/** Most have neither kinds nor followers: what they lack costs no memory. */
interface Node {
  next?: Map<string, Node>;
  gap?: Node;
  /** The kinds of the phrases that end here. */
  ends?: string[];
}

/** The phrases that begin with a word. */
type Roots = (word: string) => Node | undefined;

/** A gap in a phrase bridges at most so many words, which also keeps matching linear. */
const longestGap = 5;

/** Reads the plain-text form: `[kind]` headings, one phrase a line, `(a|b|)` alternatives, `*` a short gap, `#` comments. */
export function lexicon(language: string, source: string): Lexicon {
  let main: Roots | undefined;
  let manner: Roots | undefined;
  return {
    language,
    find: (words) =>
      cues((main ??= planted(source, (kind) => kind !== common && !kind.includes('.'))), words),
    findManner: (words) => cues((manner ??= planted(source, (kind) => kind.includes('.'))), words),
  };
}

/** The first words of all phrases; what follows one is taken apart when it is met: most never are. */
function planted(source: string, wanted: (kind: string) => boolean): Roots {
  const waiting = new Map<string, (readonly [kind: string, phrase: string])[]>();
  for (const entry of phrases(source, wanted)) {
    const first = entry[1].startsWith('ORG') ? 'ORG' : firstWord(entry[1]);
    if (first === undefined) continue;
    const others = waiting.get(first);
    if (others) others.push(entry);
    else waiting.set(first, [entry]);
  }
  const root: Node = {};
  return (word) => {
    const entries = waiting.get(word);
    if (entries) {
      waiting.delete(word);
      for (const [kind, phrase] of entries) plant(root, wordsOf(phrase), kind);
    }
    return root.next?.get(word);
  };
}

const wordsOf = (phrase: string): string[] =>
  phrase
    .split(/(ORG|\*)/u)
    .flatMap((part) =>
      part === 'ORG' || part === '*' ? [part] : tokens(part.replaceAll('-', ' ')).map(({ norm }) => norm),
    );

/** The kind that holds no cues but the function words of the language. */
const common = 'common';

export function commonWords(source: string): ReadonlySet<string> {
  const from = source.indexOf(`[${common}]`);
  const to = source.indexOf('\n[', from);
  const section = from < 0 ? '' : source.slice(from, to < 0 ? undefined : to);
  return new Set([...phrases(section)].flatMap(([, phrase]) => tokens(phrase)).map(({ norm }) => norm));
}

function* phrases(
  source: string,
  wanted: (kind: string) => boolean = () => true,
): Generator<readonly [kind: string, phrase: string]> {
  let kind = '';
  for (const line of source.split('\n')) {
    const written = line.replace(/#.*$/u, '').trim();
    const heading = /^\[(.+)\]$/u.exec(written)?.[1];
    if (heading !== undefined) kind = heading;
    else if (written !== '' && wanted(kind)) for (const phrase of expanded(written)) yield [kind, phrase];
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

function plant(root: Node, words: readonly string[], kind: string): void {
  let at = root;
  for (const word of words) {
    if (word === '*') {
      at = at.gap ??= {};
    } else {
      const followers = (at.next ??= new Map<string, Node>());
      const next = followers.get(word) ?? {};
      followers.set(word, next);
      at = next;
    }
  }
  if (at !== root && !at.ends?.includes(kind)) (at.ends ??= []).push(kind);
}

function cues(roots: Roots, words: readonly string[]): Cue[] {
  const all: Cue[] = [];
  const found = new Map<string, number>();
  for (let from = 0; from < words.length; from += 1) {
    const begun = roots(words[from] ?? '');
    if (!begun) continue;
    walk(begun, words, from + 1, found);
    for (const [kind, to] of found) all.push({ kind, from, to });
    found.clear();
  }
  return all;
}

function walk(at: Node, words: readonly string[], position: number, found: Map<string, number>): void {
  for (const kind of at.ends ?? []) found.set(kind, Math.max(position, found.get(kind) ?? 0));
  const word = words[position];
  if (word === undefined) return;
  const next = at.next?.get(word);
  if (next) walk(next, words, position + 1, found);
  if (!at.gap) return;
  for (let skip = 0; skip <= longestGap && position + skip < words.length; skip += 1)
    walk(at.gap, words, position + skip, found);
}
