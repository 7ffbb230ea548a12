import { deliveryId } from '../deliveryId.ts';
import { editJob } from './deliver/jobs.ts';
import { isEditable, postOf, shownAs } from './deliver/revised.ts';
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
  // Also who would not get it any more: what stands there should be true.
  const places = new Set((await house.subscriptions()).map((one) => deliveryId(story.id, one)));
  const shows = { alone: shownAs(story, 'alone'), 'among others': shownAs(story, 'among others') };
  let nextMs = Number.POSITIVE_INFINITY;
  const ids = [...places];
  for (let at = 0; at < ids.length; at += batch) {
    const outdated = (await memory.deliveries.getMany(ids.slice(at, at + batch)))
      .filter(isEditable)
      .filter(({ state }) => state.shows !== shows[postOf(state)])
      .map((delivery) => ({ ...delivery, inMs: (delivery.state.editedAt ?? 0) + editEveryMs - now() }));
    const due = outdated.filter(({ inMs }) => inMs <= 0);
    await queue.add(due.map(editJob));
    nextMs = Math.min(nextMs, ...outdated.flatMap(({ inMs }) => (inMs > 0 ? [inMs] : [])));
  }
  return nextMs === Number.POSITIVE_INFINITY ? done : { is: 'again', inMs: nextMs };
}
