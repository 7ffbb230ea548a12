import type { Known } from './gazetteer.ts';

/** A reading of a stretch of words as a name; indexes count words, half open. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly known?: Known;
}

/** A stretch of words in which a name stands, and the ways to read it, the likeliest first. */
export interface Region {
  readonly from: number;
  readonly to: number;
  readonly spans: readonly Span[];
}
