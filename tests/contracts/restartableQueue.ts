import { setTimeout as pause } from 'node:timers/promises';
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

/** The time that a suite runs in: one that a test moves, or, where a server keeps the time, the world's in a hurry. */
export interface Clock {
  /** What stands for a second: the queue's first retry comes after one. */
  readonly second: number;
  begin(): void;
  pass(ms: number): Promise<void>;
  /** Lets as much time pass as it takes. */
  until<Result>(promise: Promise<Result>): Promise<Result>;
  end(): void;
}

/** Not `setImmediate` and `performance`: a queue yields to the event loop by them. */
const faked = ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;

export const fakeClock: Clock = {
  second: 1000,
  begin: () => void vi.useFakeTimers({ now: Date.UTC(2026, 4, 1), toFake: [...faked] }),
  pass: async (ms) => void (await vi.advanceTimersByTimeAsync(ms)),
  async until(promise) {
    const over = promise.catch(() => {}).then(() => 'over' as const);
    for (let seconds = 0; seconds < 3600; seconds += 1)
      if ((await Promise.race([over, vi.advanceTimersByTimeAsync(1000)])) === 'over') break;
    return promise;
  },
  end: () => void vi.useRealTimers(),
};

export const realClock: Clock = {
  second: 60,
  begin: () => {},
  pass: async (ms) => pause(ms),
  until: async (promise) => promise,
  end: () => {},
};
