import type { Delivery } from '../../delivery.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { JobOutcome } from '../../queue/queue.ts';
import type { House } from '../house.ts';
import type { Moves } from './moves.ts';

/** A job that waits in line until its post, or its change of a post, is made. */
export interface Waiting {
  readonly delivery: Delivery;
  readonly edit?: true;
  readonly catchUp?: true;
  /** An administrator wants it now. */
  readonly urgent?: true;
  finish(outcome: JobOutcome): void;
  fail(error: unknown): void;
}

/** What of the house delivering needs. */
export type Office = Pick<House, 'memory' | 'retention' | 'feeds' | 'platforms' | 'now' | 'report'> & {
  readonly queue: Pick<House['queue'], 'add'>;
};

/** What sending to one platform works with. */
export interface Parts {
  readonly house: Office;
  readonly platform: Platform;
  readonly moved: Moves;
  /** Whether this process is to send nothing more. */
  readonly isOver: () => boolean;
  /** Looks at jobs anew, as if they had just come. */
  readonly again: (jobs: readonly Waiting[]) => void;
}
