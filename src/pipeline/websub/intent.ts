import type { HubSubscription } from '../../model.ts';

export type Intent =
  /** To be answered with the challenge. */
  | { readonly is: 'confirmed'; readonly challenge: string; readonly lease: { ms: number; until: number } }
  | { readonly is: 'denied'; readonly reason: string }
  /** We did not ask for this. */
  | { readonly is: 'foreign' };

const defaultLeaseMs = 10 * 24 * 3_600_000;
const longestLeaseMs = 90 * 24 * 3_600_000;
const longestChallenge = 1_000;

/** What a hub's question means (WebSub §5.3): whether it was us who wanted this subscription. */
export function intent(query: URLSearchParams, asked: HubSubscription | undefined, now: number): Intent {
  const mode = query.get('hub.mode');
  if (asked === undefined || query.get('hub.topic') !== asked.topic) return { is: 'foreign' };
  if (mode === 'denied')
    return { is: 'denied', reason: query.get('hub.reason')?.slice(0, 200) ?? 'no reason' };
  const challenge = query.get('hub.challenge') ?? '';
  if (mode !== 'subscribe' || challenge === '' || challenge.length > longestChallenge)
    return { is: 'foreign' };
  const seconds = Number(query.get('hub.lease_seconds') ?? Number.NaN);
  const ms = seconds > 0 ? Math.min(seconds * 1_000, longestLeaseMs) : defaultLeaseMs;
  return { is: 'confirmed', challenge, lease: { ms, until: now + ms } };
}
