import { type Turns, turns } from './turns.ts';

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
  /** Requests to one host. */
  readonly perHost: number;
  /** Requests to all hosts; those who wait for their turn at a host do not count. */
  readonly atOnce: number;
  /** The least time between the starts of two requests to a host. */
  readonly gapMs: (host: string) => number;
}

/** So many hosts are remembered before those with nothing to do are forgotten: redirects may lead to ever new ones. */
const manyHosts = 1_000;

export function hosts({ perHost, atOnce, gapMs }: HostLimits): Hosts {
  const lines = new Map<string, Turns>();
  const pauses = new Map<string, number>();
  const everywhere = turns({ atOnce, gapMs: 0 });
  let sweepAt = manyHosts;

  function lineTo(host: string): Turns {
    const known = lines.get(host);
    if (known) return known;
    if (lines.size >= sweepAt) {
      for (const [name, line] of lines) if (line.isIdle()) lines.delete(name);
      sweepAt = lines.size + manyHosts;
    }
    const line = turns({ atOnce: perHost, gapMs: gapMs(host) });
    lines.set(host, line);
    return line;
  }

  return {
    run: (host, task) => lineTo(host).run(() => everywhere.run(task)),
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
