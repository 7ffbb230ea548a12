import type { Delivery } from '../../delivery.ts';
import type { DeliveryId, Story, StoryId } from '../../model.ts';
import { asRouted } from '../../newsroom/asRouted.ts';
import { composeDigest } from '../../pipeline/compose/digest.ts';
import { composeStep } from '../../pipeline/compose/step.ts';
import { route } from '../../pipeline/route.ts';
import { samePlace } from '../../pipeline/together.ts';
import type { House } from '../house.ts';
import { isMeant } from '../../stories/companies.ts';
import { type Dressed, dress } from './dress.ts';
import { isPublished, placeOptions } from './placeOptions.ts';
import { subscriptionsAt } from './subscriptionsAt.ts';
import { wordsFor } from './wordsFor.ts';

/** One message and what it tells. */
export interface Post extends Dressed {
  /** The delivery whose id marks repeats of this message. */
  readonly key: string;
  readonly told: readonly Told[];
}

export interface Told {
  readonly delivery: Delivery;
  readonly story: Story;
}

/** The message for these deliveries; of many stories it tells as many as fit. Nothing when none is remembered any more. */
export async function compile(
  house: Pick<House, 'memory'>,
  deliveries: readonly Delivery[],
): Promise<Post | undefined> {
  const { memory } = house;
  const stories = await memory.stories.getMany(deliveries.map(({ story }) => story));
  const tellable = deliveries.flatMap((delivery, at): readonly Told[] => {
    const story = stories[at];
    return story && story.mergedInto === undefined ? [{ delivery, story }] : [];
  });
  const [first] = tellable;
  if (!first) return undefined;
  const { delivery } = first;
  const within = 'within' in delivery.state ? delivery.state.within : undefined;
  if (tellable.length === 1 && within === undefined)
    return { key: delivery.id, told: [first], ...(await single(house, first)) };
  return digest(house, tellable, within);
}

/** One message for all of them, or for as many as fit; `within` names the one that they stood in before. */
export async function digest(
  { memory }: Pick<House, 'memory'>,
  tellable: readonly Told[],
  within: DeliveryId | undefined,
): Promise<Post | undefined> {
  const [first] = tellable;
  if (!first) return undefined;
  const { to } = first.delivery;
  const all = await subscriptionsAt(memory, to);
  const words = await wordsFor(memory, to, all[0]);
  // What may stand there already stood there together, so there is room for all of it again.
  const { message, told } = composeDigest(
    tellable.map((one) => one.story),
    words,
    within === undefined ? 'new' : 'again',
  );
  const ids = new Set<StoryId>(told.map(({ id }) => id));
  const inIt = tellable.filter(({ story: { id } }) => ids.has(id));
  const wanting = await asRouted(memory, all);
  const mentions = new Set(
    told.flatMap((story) => route(story, wanting, isMeant)).flatMap((one) => one.mentions ?? []),
  );
  return {
    message: { ...message, ...(mentions.size > 0 ? { mentions: [...mentions] } : {}) },
    options: placeOptions(all[0], words),
    publish: isPublished(all[0]),
    // Named after one that it tells: what does not fit goes out in another message, which must not look like a repeat.
    key: within ?? inIt[0]?.delivery.id ?? first.delivery.id,
    told: inIt,
  };
}

async function single(
  { memory }: Pick<House, 'memory'>,
  { delivery: { step, to }, story }: Told,
): Promise<Dressed> {
  if (!step) return dress({ memory }, story, to);
  const answered = await memory.deliveries.get(step.answers);
  const [subscription] = await subscriptionsAt(memory, to);
  const words = await wordsFor(memory, to, subscription);
  return {
    message: composeStep(story, step.stage, words),
    options: {
      ...placeOptions(subscription, words, story),
      // Elsewhere the name of that message means another one.
      ...(answered?.state.is === 'sent' && samePlace(answered.to, to)
        ? { replyTo: answered.state.message }
        : {}),
    },
    publish: isPublished(subscription),
  };
}
