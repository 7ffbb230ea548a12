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
  const lines = new Map<string, Line>();
  const pauses = new Map<string, number>();
  const spacing = gapMs > 0 ? { interval: gapMs, intervalCap: 1, strict: true } : {};

  function lineTo(host: string): Line {
    const line = lines.get(host) ?? { queue: new PQueue({ concurrency: atOnce, ...spacing }) };
    lines.set(host, line);
    return line;
  }
  // A feed may redirect to a new host each time: idle lines must not pile up. The gap outlives its request.
  function leave(host: string, line: Line): void {
    const forget = () => {
      if (line.queue.size === 0 && line.queue.pending === 0) lines.delete(host);
    };
    if (gapMs === 0) return forget();
    clearTimeout(line.forgetting);
    line.forgetting = setTimeout(forget, gapMs).unref();
  }

  return {
    async run(host, task) {
      const line = lineTo(host);
      try {
        return await line.queue.add(task);
      } finally {
        leave(host, line);
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

interface Line {
  readonly queue: PQueue;
  forgetting?: NodeJS.Timeout;
}
