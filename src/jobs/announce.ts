import { deliveryId } from '../deliveryId.ts';
import { type Delivery, isOpen } from '../delivery.ts';
import { type Stage, stages, type Story, type Subscription } from '../model.ts';
import { route } from '../pipeline/route.ts';
import type { Job } from '../queue/queue.ts';
import { isMeant } from '../stories/companies.ts';
import { record } from './deliver/record.ts';
import { deliverJob } from './deliver/jobs.ts';
import type { House } from './house.ts';

const batch = 1_000;

/** What of the house announcing needs. */
export type Publishing = Pick<House, 'memory' | 'retention' | 'queue' | 'subscriptions' | 'now'>;

/**
 * Records who is to get a story and gives the jobs; what was recorded before stays as it was. Those who have had it
 * get its new stage as an answer to the post, and the posts themselves are brought up to date.
 */
export async function announce(house: Publishing, story: Story): Promise<void> {
  const subscribers = firstOfEachPlace(story, route(story, await house.subscriptions(), isMeant));
  let posted = false;
  for (let at = 0; at < subscribers.length; at += batch) {
    posted = (await announceTo(house, story, subscribers.slice(at, at + batch))) || posted;
  }
  if (posted || story.sources.length > 1) await house.queue.add([{ kind: 'revise', id: story.id }]);
}

/** True when some of them have the story already. */
async function announceTo(
  house: Publishing,
  story: Story,
  subscribers: readonly Subscription[],
): Promise<boolean> {
  const { memory, queue, now } = house;
  const ids = subscribers.map((one) => deliveryId(story.id, one));
  const found = await memory.deliveries.getMany(ids);
  const jobs: Job[] = [];
  const fresh: Delivery[] = [];
  const steps: Delivery[] = [];
  for (const [at, subscriber] of subscribers.entries()) {
    const [id, known] = [ids[at], found[at]];
    if (id === undefined) continue;
    const blank = {
      story: story.id,
      to: subscriber.to,
      by: subscriber.id,
      createdAt: now(),
      state: { is: 'waiting' },
    } as const;
    const delivery = known ?? { ...blank, id };
    if (!known) fresh.push(delivery);
    if (isOpen(delivery)) jobs.push(deliverJob(delivery));
    else if (delivery.state.is === 'sent' && isStep(delivery.state.stage, story.stage))
      steps.push({
        ...blank,
        id: deliveryId(story.id, subscriber, story.stage),
        step: { stage: story.stage, answers: id },
      });
  }
  const knownSteps = await memory.deliveries.getMany(steps.map(({ id }) => id));
  for (const [at, step] of steps.entries()) {
    if (isOpen(knownSteps[at] ?? step)) jobs.push(deliverJob(step));
  }
  // In this order a crash repeats work, which every step recognises, instead of losing it.
  await record(house, [...fresh, ...steps.filter((_, at) => !knownSteps[at])]);
  await queue.add(jobs);
  return found.some((one) => one?.state.is === 'sent');
}

/** A place hears a story once, however many of its subscriptions want it. */
const firstOfEachPlace = (story: Story, subscribers: readonly Subscription[]): readonly Subscription[] =>
  [...new Map(subscribers.toReversed().map((one) => [deliveryId(story.id, one), one])).values()].toReversed();

/** News worth an answer of its own; a story only goes forward. */
const isStep = (told: Stage | undefined, reached: Stage): boolean =>
  told !== undefined && reached !== 'ongoing' && stages.indexOf(reached) > stages.indexOf(told);
