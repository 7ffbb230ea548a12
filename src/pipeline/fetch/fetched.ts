import type { Validators } from '../../model.ts';
import type { Sentence } from '../../words/sentence.ts';

/** What asking for a feed came to; every outcome a server can cause is one of these. */
export type Fetched = Changed | Unchanged | Throttled | Retired | Failed;

interface Answered {
  /** Where the answer came from, after redirects. */
  readonly url: string;
  /** Where the feed now lives: set when every redirect on the way was permanent (301, 308). */
  readonly movedTo?: string;
  /** To be sent with the next request. */
  readonly validators: Validators;
  /** How long the server calls this answer fresh (Cache-Control, Expires). */
  readonly freshForMs?: number;
}

export interface Changed extends Answered {
  readonly is: 'changed';
  /** Decompressed; the characters are still in the server's encoding. */
  readonly body: Uint8Array;
  readonly contentType?: string;
}

export interface Unchanged extends Answered {
  readonly is: 'unchanged';
}

/** The host asked for a pause (429 or 503 with Retry-After); it goes for all feeds of that host. */
export interface Throttled {
  readonly is: 'throttled';
  readonly retryAt: number;
  readonly host: string;
  readonly reason: Sentence;
}

/** The publisher says the feed is gone for good (410). */
export interface Retired {
  readonly is: 'retired';
  readonly reason: Sentence;
}

export interface Failed {
  readonly is: 'failed';
  readonly kind: FailureKind;
  /** One sentence for a person: what, why, what to do. Names the host, never the path or the query. */
  readonly reason: Sentence;
}

export type FailureKind =
  | 'bad-url'
  | 'blocked'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'protocol'
  | 'redirects'
  | 'status'
  | 'too-large'
  | 'encoding';

export const failed = (kind: FailureKind, reason: Sentence): Failed => ({ is: 'failed', kind, reason });
