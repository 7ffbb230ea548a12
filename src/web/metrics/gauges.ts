import { Gauge, type Registry } from 'prom-client';
import type { House } from '../../jobs/house.ts';
import { all } from '../../memory.ts';

/** Where the figures are read that are looked up whenever Prometheus asks. */
export type GaugeSources = Pick<House, 'archive' | 'feeds' | 'memory' | 'now' | 'queue'>;

export function gauges(registry: Registry, { archive, feeds, memory, now, queue }: GaugeSources): void {
  const gauge = (name: string, help: string, read: () => number | Promise<number>): void => {
    registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        async collect() {
          this.set(await read());
        },
      }),
    );
  };
  const states = async () =>
    (await memory.states.getMany([...feeds.keys()])).filter((state) => state !== undefined);

  gauge('pactwire_feeds', 'Feeds that are polled.', () => feeds.size);
  gauge(
    'pactwire_feeds_failing',
    'Feeds whose last poll failed.',
    async () => (await states()).filter(({ failures }) => failures > 0).length,
  );
  gauge(
    'pactwire_feeds_overdue_seconds',
    'How long the most overdue feed has been waiting for its poll; 0 when none is.',
    async () =>
      (await states())
        .filter(({ retiredAt }) => retiredAt === undefined)
        .reduce((most, { nextPollAt }) => Math.max(most, (now() - nextPollAt) / 1_000), 0),
  );
  gauge('pactwire_stories', 'Stories remembered.', () => archive.size());
  gauge(
    'pactwire_subscriptions',
    'Chats that get posts; paused ones not.',
    async () => (await all(memory.subscriptions)).filter(({ paused }) => paused === undefined).length,
  );
  registry.registerMetric(
    new Gauge({
      name: 'pactwire_queue_jobs',
      help: 'Jobs waiting, running or due later, by kind.',
      labelNames: ['kind'],
      registers: [],
      async collect() {
        this.reset();
        for (const [kind, jobs] of await queue.depth()) this.set({ kind }, jobs);
      },
    }),
  );
}
