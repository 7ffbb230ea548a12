import type { Field } from './candidates.ts';
import { written } from './candidates.ts';
import type { Span } from './region.ts';
import type { Scan } from './scan.ts';
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
}

/** The names of organisations in a field, in order of appearance. */
export function mentionsOf({ scan, regions }: Field, frames: Frames): Mention[] {
  return regions.flatMap(({ spans }) => {
    const span = chosen(spans);
    const first = span && scan.words[span.from];
    const last = span && scan.words[span.to - 1];
    if (!first || !last || !isName(scan, span)) return [];
    const { from, to } = span;
    const sure = isSure(scan, span, frames);
    const name = written(scan, span);
    const organisation = (span.known?.organisation ?? name).toLowerCase();
    const known = span.known !== undefined;
    const product = isProduct(name.toLowerCase());
    return [
      { name, organisation, in: scan.in, start: first.start, end: last.end, from, to, sure, known, product },
    ];
  });
}

/** A known name inside of a longer stretch is surer than the stretch, unless a script with spaces joins them. */
function chosen(spans: readonly Span[]): Span | undefined {
  return spans[0];
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
