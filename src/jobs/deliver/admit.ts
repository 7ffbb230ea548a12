import { type Delivery, isOpen } from '../../delivery.ts';
import type { Subscription } from '../../model.ts';
import { hold, quiet, type Hold } from '../../pipeline/hold.ts';
import { askedBy } from './askedBy.ts';
import type { House } from '../house.ts';
import { record } from './record.ts';

/** What to do with a job. */
export type Admission =
  | { readonly is: 'over' }
  | { readonly is: 'held'; readonly inMs: number }
  /** `restMs`: the platform asked, before this process began, that its chat be left alone for so long. */
  | { readonly is: 'in line'; readonly delivery: Delivery; readonly catchUp?: true; readonly restMs: number };

/** Looks at deliveries whose jobs came up: which are over, which have to wait long, which are to be sent. */
export async function admit(
  house: Pick<House, 'memory' | 'retention' | 'now' | 'report'>,
  jobs: readonly { readonly id: string; readonly urgent?: true }[],
  moved: (delivery: Delivery) => Delivery,
): Promise<readonly Admission[]> {
  const { memory, now, report } = house;
  const found = (await memory.deliveries.getMany(jobs.map(({ id }) => id))).map((one) => one && moved(one));
  const subscriptions = await subscriptionsOf(house, found);
  const changed: Delivery[] = [];
  const admissions = found.map((delivery, at): Admission => {
    if (!delivery || !isOpen(delivery)) return { is: 'over' };
    const subscription = subscriptions.get(askedBy(delivery));
    const held = jobs[at]?.urgent ? undefined : holdOf(delivery, subscription, now());
    if (held) {
      const waiting: Delivery = { ...delivery, state: { is: 'held', ...held } };
      if (delivery.state.is !== 'held' || delivery.state.until !== held.until) {
        changed.push(waiting);
        report({ is: 'held', delivery: waiting, ...held });
      }
      return { is: 'held', inMs: held.until - now() };
    }
    return {
      is: 'in line',
      delivery,
      ...(isCatchUp(delivery) ? { catchUp: true } : {}),
      restMs: restOf(delivery, now()),
    };
  });
  await record(house, changed);
  return admissions;
}

async function subscriptionsOf(
  { memory }: Pick<House, 'memory'>,
  deliveries: readonly (Delivery | undefined)[],
): Promise<ReadonlyMap<string, Subscription>> {
  const ids = [...new Set(deliveries.flatMap((one) => (one ? askedBy(one) : [])))];
  const found = await memory.subscriptions.getMany(ids);
  return new Map(ids.flatMap((id, at) => (found[at] ? [[id, found[at]] as const] : [])));
}

/** What comes together with others. */
const isCatchUp = ({ state }: Delivery): boolean =>
  (state.is === 'held' && state.by !== 'platform') || ('within' in state && state.within !== undefined);

const restOf = ({ state }: Delivery, now: number): number =>
  state.is === 'held' && state.by === 'platform' ? Math.max(0, state.until - now) : 0;

/** What was let out once is not held again. */
function holdOf({ state }: Delivery, subscription: Subscription | undefined, now: number): Hold | undefined {
  if (!subscription || state.is === 'sending') return undefined;
  if (state.is !== 'held') return hold(subscription, now);
  if (state.by === 'platform') return undefined;
  const { until, by } = state;
  if (until > now) return { until, by };
  const { quietHours, timeZone } = subscription;
  return quietHours && quiet(quietHours, timeZone ?? 'Etc/UTC', now);
}
