import type { Field } from './candidates.ts';
import { written } from './candidates.ts';
import type { Span } from './region.ts';
import type { Scan, Word } from './scan.ts';
import { type Frames, isAcronym, isFirstName, isProduct } from './wordLists.ts';

/** A stretch of words that is read as the name of an organisation; `start` and `end` are UTF-16 offsets, half open. */
export interface Mention {
  readonly name: string;
  readonly in: 'title' | 'text';
  readonly start: number;
  readonly end: number;
  /** The same in words. */
  readonly from: number;
  readonly to: number;
  /** The same for all ways to write the organisation that the gazetteer knows. */
  readonly organisation: string;
  /** Told by a list or by its spelling, where a script or a language gives every noun the look of a name. */
  readonly sure: boolean;
  /** The gazetteer has it. */
  readonly known: boolean;
  readonly product: boolean;
  /** Nothing but words that are no names by themselves. */
  readonly ordinary: boolean;
  /** The organisation that the gazetteer has and with which the name begins: "Intel" of "Intel Xeon". */
  readonly short?: { readonly name: string; readonly organisation: string };
}

/** The names of organisations in a field, in order of appearance. */
export function mentionsOf({ scan, regions }: Field, frames: Frames): Mention[] {
  return regions.flatMap(({ spans }) =>
    parts(scan, spans, frames).flatMap((span) => mention(scan, span, spans, frames)),
  );
}

function mention(scan: Scan, span: Span, spans: readonly Span[], frames: Frames): Mention[] {
  const first = scan.words[span.from];
  const last = scan.words[span.to - 1];
  if (!first || !last || !isName(scan, span)) return [];
  const { from, to } = span;
  const sure = isSure(scan, span, frames);
  const name = written(scan, span);
  const organisation = (span.known?.organisation ?? name).toLowerCase();
  const known = span.known !== undefined;
  const product = isProduct(name.toLowerCase()) || (!known && modelNumber.test(name));
  const ordinary =
    !known &&
    scan.words.slice(from, to).every(({ norm, shape }) => shape !== 'wide' && frames.isOrdinary(norm));
  const short =
    known || scan.words.slice(from, to).some(({ shape }) => shape === 'wide')
      ? undefined
      : spans.find((each) => each.known && each.from === from);
  return [
    {
      name,
      organisation,
      in: scan.in,
      start: first.start,
      end: last.end,
      from,
      to,
      sure,
      known,
      product,
      ordinary,
      ...(short?.known
        ? { short: { name: written(scan, short), organisation: short.known.organisation.toLowerCase() } }
        : {}),
    },
  ];
}

/** "Redmi K50", "iQoo Z6 Pro": one of many things, not who makes them. */
const modelNumber = /(?:^|\s)(?:\p{Lu}{1,3}\d{1,4}\p{L}{0,2}|\d{1,3}\p{Lu}{1,2})(?:\s|$)/u;

const divides = new Set(['-', '/', '&', '–', '×']);

/** The names in a stretch: two that a sign joins or that stand side by side, else the whole. */
function parts(scan: Scan, spans: readonly Span[], frames: Frames): readonly Span[] {
  const whole = spans[0];
  if (!whole) return [];
  if (whole.known || isProduct(written(scan, whole).toLowerCase())) return [whole];
  const { words } = scan;
  if (words.slice(whole.from, whole.to).some(({ shape }) => shape === 'wide')) return [whole];
  const knowns = spans.filter((span) => span.known && !isProduct(span.known.written.toLowerCase()));
  const start = knowns.find(({ from }) => from === whole.from);
  if (start && divides.has(words[start.to]?.norm ?? '')) {
    const second =
      knowns.find(({ from }) => from === start.to + 1) ?? lone(words, start.to + 1, whole.to, frames);
    if (second) return [start, second];
  }
  const end = knowns.find(({ from }) => from > whole.from && divides.has(words[from - 1]?.norm ?? ''));
  if (end && !start) {
    const first = lone(words, whole.from, end.from - 1, frames);
    if (first) return [first, end];
  }
  const beside = start && knowns.find(({ from }) => from >= start.to);
  return beside ? [start, beside] : [whole];
}

/** A single word that is no ordinary one. */
function lone(words: readonly Word[], from: number, to: number, frames: Frames): Span | undefined {
  const word = words[from];
  return word &&
    to === from + 1 &&
    word.shape !== 'number' &&
    word.shape !== 'wide' &&
    !frames.isOrdinary(word.norm)
    ? { from, to }
    : undefined;
}

function isName({ words: all }: Scan, { from, to, known }: Span): boolean {
  if (known) return true;
  const words = all.slice(from, to);
  if (words.every(({ place, norm, shape }) => place || isAcronym(norm) || shape === 'number')) return false;
  return !(words.length === 2 && isFirstName(words[0]?.norm ?? ''));
}

function isSure({ words: all }: Scan, { from, to, known }: Span, frames: Frames): boolean {
  if (known) return true;
  const words = all.slice(from, to);
  if (words.some(({ shape }) => shape === 'wide'))
    return (
      words.some(({ known: part }, at) => part && at + part.length <= words.length && words.length < 8) ||
      hasHead(
        words.map(({ norm }) => norm),
        frames,
      )
    );
  if (!frames.capitalNouns) return true;
  return words.some(
    ({ shape, norm, known: part }) =>
      shape === 'mixed' || shape === 'upper' || part !== undefined || frames.head.has(norm),
  );
}

const longestHead = 12;

function hasHead(norms: readonly string[], frames: Frames): boolean {
  const name = norms.join('');
  for (let size = Math.min(name.length - 1, longestHead); size > 0; size -= 1)
    if (frames.head.has(name.slice(-size))) return true;
  return false;
}
