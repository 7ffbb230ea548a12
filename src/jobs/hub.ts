import { randomBytes } from 'node:crypto';
import type { Feed, FeedId } from '../model.ts';
import { isToRenew, isWorthAsking, subscriptionForm } from '../pipeline/websub/ask.ts';
import { done, type House, type Work } from './house.ts';
import type { Hub } from './ingest.ts';

const retryMs = 3_600_000;

/** A feed named a hub: it is asked to push, unless it was already. */
export async function follow(house: House, feed: Feed, named: Hub): Promise<void> {
  const { memory, queue, callbackUrl, now } = house;
  if (callbackUrl === undefined) return;
  const known = await memory.hubs.get(feed.id);
  if (!isWorthAsking(known, named, now())) return;
  const secret = randomBytes(24).toString('base64url');
  await memory.hubs.set(feed.id, { ...named, secret, askedAt: now() });
  await queue.add([{ kind: 'hub', id: feed.id }]);
}

/** Asks the hub of one feed to push, or to go on pushing; its answer comes to the callback. */
export const hub: Work = async ({ memory, feeds, fetcher, callbackUrl, now }, id) => {
  const asked = await memory.hubs.get(id);
  if (!asked || callbackUrl === undefined) return done;
  if (!feeds.has(id as FeedId)) {
    await memory.hubs.delete(id);
    return done;
  }
  await memory.hubs.set(id, { ...asked, askedAt: now() });
  const answer = await fetcher.post(asked.hub, subscriptionForm(asked, `${callbackUrl}/${id}`));
  if (answer.is === 'failed') return { is: 'again', inMs: retryMs };
  // A refusal stands for a week; trouble of the hub's own passes.
  return answer.status >= 500 ? { is: 'again', inMs: retryMs } : done;
};

/** Asks for more time where a lease is about to end. */
export async function renewLeases({ memory, queue, now }: House): Promise<void> {
  for await (const [id, asked] of memory.hubs.entries())
    if (isToRenew(asked, now())) await queue.add([{ kind: 'hub', id }]);
}
