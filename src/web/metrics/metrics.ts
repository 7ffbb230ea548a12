import { collectDefaultMetrics, Registry } from 'prom-client';
import type { HouseEvent } from '../../jobs/house.ts';
import { counters } from './counters.ts';
import { type GaugeSources, gauges } from './gauges.ts';

/** Figures for Prometheus; `docs/metrics.md` lists them all. No label names a chat. */
export interface Metrics {
  observe(event: HouseEvent): void;
  /** One answer of the web room. `route` is a pattern, not a path, so that labels stay few. */
  served(route: string, status: number, seconds: number): void;
  readonly registry: Registry;
}

export function metrics(sources: GaugeSources): Metrics {
  const registry = new Registry();
  // Memory, processor time, event-loop lag and garbage collection of this process.
  collectDefaultMetrics({ register: registry });
  gauges(registry, sources);
  return { ...counters(registry, sources.now), registry };
}
