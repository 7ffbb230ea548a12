import type { Delivery } from '../../delivery.ts';
import type { House } from '../house.ts';

/** Writes what became of deliveries, all or none. */
export const record = (
  { memory, retention }: Pick<House, 'memory' | 'retention'>,
  deliveries: readonly Delivery[],
): Promise<void> =>
  memory.deliveries.setMany(
    deliveries.map((delivery) => ({
      key: delivery.id,
      value: delivery,
      ttlMs: delivery.state.is === 'failed' ? retention.failedMs : retention.deliveriesMs,
    })),
  );
