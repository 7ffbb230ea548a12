import type { Delivery } from '../../delivery.ts';
import type { DeliveryId, PlatformName } from '../../model.ts';
import type { Job, JobOutcome, Queue } from '../../queue/queue.ts';
import type { Office } from './parts.ts';
import { crosspost } from './crosspost.ts';
import type { Deliverer } from './deliverer.ts';

/** Each platform has a queue of its own, so that one which stands still holds up no other. */
const kindOf = (verb: 'deliver' | 'edit' | 'crosspost', platform: PlatformName): string =>
  `${verb}-${platform}`;

export const deliverJob = ({ id, to }: Delivery): Job => ({ kind: kindOf('deliver', to.platform), id });
export const editJob = ({ id, to }: Delivery): Job => ({ kind: kindOf('edit', to.platform), id });
export const crosspostJob = ({ id, to }: Delivery): Job => ({ kind: kindOf('crosspost', to.platform), id });
/** An administrator wants it now. */
export const resendJob = (id: DeliveryId): Job => ({ kind: 'resend', id });

/** Deliveries that stand in line at a time, of each platform; what waits behind them costs next to nothing. */
const inLine = 2_000;
const crosspostsAtOnce = 4;

type Work = (id: string) => Promise<JobOutcome>;

/** Lets a deliverer work on the queue; `when` may hold back what need not go out at once. */
export function workDeliveries(
  queue: Pick<Queue, 'work'>,
  house: Office,
  { deliver, deliverNow, edit }: Deliverer,
  when: (work: Work) => Work = (work) => work,
): void {
  for (const platform of house.platforms.keys()) {
    queue.work(kindOf('deliver', platform), { concurrency: inLine }, when(deliver));
    queue.work(kindOf('edit', platform), { concurrency: inLine }, when(edit));
    queue.work(kindOf('crosspost', platform), { concurrency: crosspostsAtOnce }, (id) =>
      crosspost(house, id),
    );
  }
  queue.work('resend', { concurrency: inLine }, deliverNow);
}
