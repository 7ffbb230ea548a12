export interface Turns {
  /** Runs `task` when its turn comes, in the order of asking. */
  run<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Whether forgetting it now would break no promise. */
  isIdle(): boolean;
}

export interface TurnLimits {
  readonly atOnce: number;
  /** The least time between two starts. */
  readonly gapMs: number;
}

/**
 * Lets so many run at once, each a while after the one before. Thirty lines of our own, for there is one
 * for every host of a round, and a p-queue each would cost as much as the request itself.
 */
export function turns({ atOnce, gapMs }: TurnLimits): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  let nextStart = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  function admit(): void {
    while (running < atOnce && waiting.length > 0 && timer === undefined) {
      const waitMs = gapMs === 0 ? 0 : nextStart - performance.now();
      if (waitMs > 0) {
        timer = setTimeout(() => {
          timer = undefined;
          admit();
        }, Math.ceil(waitMs));
        return;
      }
      running += 1;
      if (gapMs > 0) nextStart = performance.now() + gapMs;
      waiting.shift()?.();
    }
  }

  return {
    async run(task) {
      await new Promise<void>((start) => {
        waiting.push(start);
        admit();
      });
      try {
        return await task();
      } finally {
        running -= 1;
        admit();
      }
    },
    isIdle: () => running === 0 && waiting.length === 0 && (gapMs === 0 || nextStart <= performance.now()),
  };
}
