import { vi } from 'vitest';
import type { Queue } from '../../src/queue/queue.ts';

/** A queue whose process can be ended and started anew on the same journal. */
export interface RestartableQueue {
  readonly queue: Queue;
  /** Ends the process as a kill would, and opens the queue again. */
  restart(): Promise<Queue>;
  /** What `onError` was told, oldest first. */
  readonly errors: readonly unknown[];
}

/** Not `setImmediate` and `performance`: a queue yields to the event loop by them. */
const faked = ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;

/** A clock that stands still at a fixed instant until a test moves it. */
export const fakeClock = (): void => void vi.useFakeTimers({ now: Date.UTC(2026, 4, 1), toFake: [...faked] });
