import { deliveryId } from '../deliveryId.ts';
import { compose } from '../pipeline/compose.ts';
import { route } from '../pipeline/route.ts';
import { isMeant } from '../stories/companies.ts';
import { editJob } from './deliver/jobs.ts';
import { isEditable } from './deliver/edit.ts';
import { fingerprint } from './deliver/fingerprint.ts';
import type { JobOutcome } from '../queue/queue.ts';
import type { Publishing } from './announce.ts';
import { done } from './house.ts';

/** A busy story changes its posts no more often than this. */
export const editEveryMs = 5 * 60_000;
const batch = 1_000;

/** Gives the jobs to bring the posts of a story up to date, those first whose last change is long enough ago. */
export async function revise(house: Publishing, id: string): Promise<JobOutcome> {
  const { memory, queue, now } = house;
  const story = await memory.stories.get(id);
  if (!story || story.mergedInto !== undefined) return done;
  const subscribers = route(story, await house.subscriptions(), isMeant);
  const shows = fingerprint(compose(story));
  let nextMs = Number.POSITIVE_INFINITY;
  for (let at = 0; at < subscribers.length; at += batch) {
    const ids = subscribers.slice(at, at + batch).map((one) => deliveryId(story.id, one));
    const outdated = (await memory.deliveries.getMany(ids))
      .filter(isEditable)
      .filter(({ state }) => state.shows !== shows)
      .map((delivery) => ({ ...delivery, inMs: (delivery.state.editedAt ?? 0) + editEveryMs - now() }));
    const due = outdated.filter(({ inMs }) => inMs <= 0);
    await queue.add(due.map(editJob));
    nextMs = Math.min(nextMs, ...outdated.flatMap(({ inMs }) => (inMs > 0 ? [inMs] : [])));
  }
  return nextMs === Number.POSITIVE_INFINITY ? done : { is: 'again', inMs: nextMs };
}
