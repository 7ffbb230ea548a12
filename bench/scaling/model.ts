import TinyQueue from 'tinyqueue';

/** What one poll costs, as measured, and what there is to do it with. */
export interface House {
  readonly pollers: number;
  /** Fetches at once in one poller. */
  readonly fetches: number;
  /** Processor cores that all pollers share. */
  readonly cores: number;
  /** Processor time of one poll, in ms. */
  readonly cpuMs: number;
  /** From the request to the end of the answer, in ms. */
  readonly latencyMs: number;
  /** Commands one poll sends to Redis. */
  readonly redisCommands: number;
  /** Redis's own time for one of them, in ms: it does one after the other. */
  readonly redisMs: number;
  /** From command to reply when Redis has nothing else to do, in ms. */
  readonly redisTripMs: number;
}

export interface Outcome {
  readonly seconds: number;
  readonly pollsPerSecond: number;
  /** How busy each part was, 0 to 1. */
  readonly busy: Readonly<Record<'redis' | 'processor' | 'fetches', number>>;
  readonly bottleneck: 'redis' | 'processor' | 'fetches';
}

/** A station with so many servers, first come, first served. */
const station = (servers: number) => {
  const freeAt = new TinyQueue<number>(Array.from({ length: servers }, () => 0));
  let work = 0;
  return {
    /** When a visit that begins at `at` and takes `ms` is over. */
    visit(at: number, ms: number): number {
      const end = Math.max(at, freeAt.pop() ?? at) + ms;
      freeAt.push(end);
      work += ms;
      return end;
    },
    busy: (until: number): number => work / (servers * until),
  };
};

interface Event {
  readonly at: number;
  readonly poller: number;
  readonly step: number;
}

/**
 * A round of so many polls as discrete events: each poll visits Redis, computes, waits for its publisher, computes and
 * visits Redis again. Redis is one server; a poller computes on one thread, all of them on the cores there are.
 */
export function simulate(polls: number, house: House): Outcome {
  const redis = station(1);
  const cores = station(house.cores);
  const threads = Array.from({ length: house.pollers }, () => station(1));
  const slots = house.pollers * house.fetches;
  const events = new TinyQueue<Event>([], (a, b) => a.at - b.at);
  const ask = (at: number): number =>
    redis.visit(at, (house.redisMs * house.redisCommands) / 2) +
    (house.redisTripMs * house.redisCommands) / 2;
  const compute = (poller: number, at: number): number => {
    const end = cores.visit(at, house.cpuMs / 2);
    return Math.max(end, threads[poller]?.visit(at, house.cpuMs / 2) ?? end);
  };
  const steps: readonly ((event: Event) => number)[] = [
    ({ at }) => ask(at),
    ({ at, poller }) => compute(poller, at),
    ({ at }) => at + house.latencyMs,
    ({ at, poller }) => compute(poller, at),
    ({ at }) => ask(at),
  ];
  let begun = 0;
  let last = 0;
  const begin = (poller: number, at: number): void => {
    if (begun === polls) return;
    begun += 1;
    events.push({ at, poller, step: 0 });
  };
  for (let slot = 0; slot < slots; slot += 1) begin(slot % house.pollers, 0);
  for (let event = events.pop(); event !== undefined; event = events.pop()) {
    const end = steps[event.step]?.(event) ?? event.at;
    if (event.step + 1 < steps.length) events.push({ at: end, poller: event.poller, step: event.step + 1 });
    else {
      last = Math.max(last, end);
      begin(event.poller, end);
    }
  }
  const busy = {
    redis: redis.busy(last),
    processor: Math.max(cores.busy(last), ...threads.map((thread) => thread.busy(last))),
    fetches: (polls * house.latencyMs) / (slots * last),
  };
  const [[bottleneck]] = Object.entries(busy).toSorted(([, a], [, b]) => b - a) as [
    [keyof typeof busy, number],
  ];
  return { seconds: last / 1000, pollsPerSecond: (polls * 1000) / last, busy, bottleneck };
}
