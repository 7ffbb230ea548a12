import type { Validators } from '../../model.ts';
import type { Sentence } from '../../words/sentence.ts';
import type { Hints } from './rhythm.ts';

/** What a poll came to, as far as the next one depends on it. */
export type Polled = Answered | Missed;

export interface Answered {
  readonly is: 'changed' | 'unchanged';
  readonly validators: Validators;
  readonly freshForMs?: number;
  readonly movedTo?: string;
  readonly bodyHash?: string;
  /** What the document says of polling; absent when there was none to read. */
  readonly hints?: Hints;
}

export type Missed =
  | { readonly is: 'throttled'; readonly retryAt: number; readonly reason: Sentence }
  | { readonly is: 'retired'; readonly reason: Sentence }
  | { readonly is: 'failed'; readonly reason: Sentence };

export const isAnswered = (polled: Polled): polled is Answered =>
  polled.is === 'changed' || polled.is === 'unchanged';
