import PQueue from 'p-queue';

/** Keeps the traffic to each host polite, whatever else goes on; hosts do not wait for each other. */
export interface Hosts {
  /** Runs `task` when it is its turn at the host. */
  run<Result>(host: string, task: () => Promise<Result>): Promise<Result>;
  /** The host asked for silence until then; an earlier request for longer silence stands. */
  pause(host: string, until: number): void;
  /** The end of the silence that a host asked for; undefined when it may be asked now. */
  pausedUntil(host: string, now: number): number | undefined;
}

export interface HostLimits {
  readonly atOnce: number;
  /** The least time between the starts of two requests. */
  readonly gapMs: number;
}

export function hosts({ atOnce, gapMs }: HostLimits): Hosts {
  const queues = new Map<string, PQueue>();
  const pauses = new Map<string, number>();

  function queueOf(host: string): PQueue {
    const known = queues.get(host);
    if (known) return known;
    const queue = new PQueue({
      concurrency: atOnce,
      ...(gapMs > 0 ? { interval: gapMs, intervalCap: 1 } : {}),
    });
    queues.set(host, queue);
    return queue;
  }
  function forget(host: string, queue: PQueue): void {
    if (queue.size === 0 && queue.pending === 0 && queues.get(host) === queue) queues.delete(host);
  }

  return {
    async run(host, task) {
      const queue = queueOf(host);
      try {
        return await queue.add(task);
      } finally {
        // A feed may redirect to a new host each time: idle queues must not pile up. The gap outlives them.
        if (gapMs > 0) setTimeout(forget, gapMs, host, queue).unref();
        else forget(host, queue);
      }
    },
    pause(host, until) {
      pauses.set(host, Math.max(until, pauses.get(host) ?? 0));
    },
    pausedUntil(host, now) {
      const until = pauses.get(host);
      if (until === undefined || until > now) return until;
      pauses.delete(host);
      return undefined;
    },
  };
}
