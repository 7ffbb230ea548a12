import type { Delivery } from '../../delivery.ts';
import type { PlatformName } from '../../model.ts';
import type { Job, JobOutcome, Queue } from '../../queue/queue.ts';
import type { Office } from './parts.ts';
import { crosspost } from './crosspost.ts';
import type { Deliverer } from './deliverer.ts';

/** Each platform has a queue of its own, so that one which stands still holds up no other. */
const kindOf = (verb: 'deliver' | 'edit' | 'crosspost' | 'resend', platform: PlatformName): string =>
  `${verb}-${platform}`;

export const deliverJob = ({ id, to }: Delivery): Job => ({ kind: kindOf('deliver', to.platform), id });
export const editJob = ({ id, to }: Delivery): Job => ({ kind: kindOf('edit', to.platform), id });
export const crosspostJob = ({ id, to }: Delivery): Job => ({ kind: kindOf('crosspost', to.platform), id });
/** An administrator wants it now. */
export const resendJob = ({ id, to }: Delivery): Job => ({ kind: kindOf('resend', to.platform), id });

/** Deliveries that stand in line at a time, of each platform; what waits behind them costs next to nothing. */
const inLine = 2_000;
const crosspostsAtOnce = 4;

type Work = (id: string) => Promise<JobOutcome>;

/** Lets a deliverer work on the queue, `until` it is told to stop; `when` may hold back what need not go out at once. */
export function workDeliveries(
  queue: Pick<Queue, 'work'>,
  house: Office,
  { deliver, deliverNow, edit }: Deliverer,
  {
    until,
    when = (work) => work,
  }: { readonly until?: AbortSignal; readonly when?: (work: Work) => Work } = {},
): void {
  const staff = (concurrency: number) => ({ concurrency, ...(until ? { until } : {}) });
  for (const platform of house.platforms.keys()) {
    queue.work(kindOf('deliver', platform), staff(inLine), when(deliver));
    queue.work(kindOf('edit', platform), staff(inLine), when(edit));
    queue.work(kindOf('resend', platform), staff(inLine), deliverNow);
    queue.work(kindOf('crosspost', platform), staff(crosspostsAtOnce), (id) => crosspost(house, id));
  }
}
