import type { JobFailure } from './attempt.ts';

/** Something threw; the queue goes on. */
export type QueueFailure =
  | JobFailure
  | { readonly of: 'schedule'; readonly name: string; readonly error: unknown }
  /** The server that carries the queue is away, or had to be asked again. */
  | { readonly of: 'connection'; readonly error: unknown };
