import type { HubSubscription } from '../../model.ts';

const leaseSeconds = 10 * 24 * 3_600;

/** What a hub is asked (WebSub §5.1): to push the topic to `callback`, signed. */
export const subscriptionForm = ({ topic, secret }: HubSubscription, callback: string): string =>
  new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.callback': callback,
    'hub.secret': secret,
    'hub.lease_seconds': String(leaseSeconds),
  }).toString();

const hourMs = 3_600_000;
const doubtMs = 7 * 24 * hourMs;

/** Whether a feed's hub should be asked, now that the feed names this hub and topic. */
export function isWorthAsking(
  known: HubSubscription | undefined,
  named: Pick<HubSubscription, 'hub' | 'topic'>,
  now: number,
): boolean {
  if (known === undefined || known.hub !== named.hub || known.topic !== named.topic) return true;
  if (known.lease !== undefined) return known.lease.until <= now;
  // It has said no, or nothing: asked again after a week.
  return now - known.askedAt > doubtMs;
}

/** Leases are renewed in their last quarter, and at least two hours before they end. */
export const isToRenew = ({ lease }: HubSubscription, now: number): boolean =>
  lease !== undefined && lease.until - now < Math.max(lease.ms / 4, 2 * hourMs);

/** Whether news of the feed comes by itself: the hub has pushed, and missed nothing since. */
export const isPushing = (known: HubSubscription | undefined, now: number): boolean =>
  known?.pushedAt !== undefined &&
  known.lease !== undefined &&
  known.lease.until > now &&
  known.pushedAt > (known.missedAt ?? 0);
