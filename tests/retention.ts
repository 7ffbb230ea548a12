import type { Retention } from '../src/memory.ts';

const day = 86_400_000;
/** As the settings have it. */
export const retention: Retention = {
  seenMs: 120 * day,
  articlesMs: 30 * day,
  deliveriesMs: 180 * day,
  failedMs: 30 * day,
};
