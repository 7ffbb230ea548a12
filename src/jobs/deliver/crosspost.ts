import { isOpen } from '../../delivery.ts';
import type { JobOutcome } from '../../queue/queue.ts';
import { done } from '../house.ts';
import type { Office } from './parts.ts';

/** The post is about to be recorded as sent, or sight of it was lost. */
const [soonMs, laterMs] = [300, 30_000];
const haltedMs = 10 * 60_000;
/** Yesterday's news is not passed on any more. */
const patienceMs = 86_400_000;

/**
 * Passes a post on to those who follow its channel. A channel takes about ten an hour: what is too much comes later,
 * and meanwhile holds up nothing else.
 */
export async function crosspost({ memory, platforms, now, report }: Office, id: string): Promise<JobOutcome> {
  const delivery = await memory.deliveries.get(id);
  const platform = delivery && platforms.get(delivery.to.platform);
  if (!delivery || !platform?.publish) return done;
  if (delivery.state.is === 'sending' && now() - delivery.state.since < laterMs)
    return { is: 'again', inMs: soonMs };
  if (delivery.state.is !== 'sent') return isOpen(delivery) ? { is: 'again', inMs: laterMs } : done;
  if (now() - delivery.state.at > patienceMs) return done;
  const outcome = await platform.publish(delivery.to, delivery.state.message);
  report({ is: 'crosspost', delivery, outcome });
  if (outcome.is === 'wait') return { is: 'again', inMs: outcome.ms };
  return outcome.is === 'halted' ? { is: 'again', inMs: haltedMs } : done;
}
