import type { Message } from '../../message.ts';
import type { Delivery } from '../../delivery.ts';
import type { Story, StoryId } from '../../model.ts';
import { compose } from '../../pipeline/compose.ts';
import { composeDigest } from '../../pipeline/compose/digest.ts';
import { composeStep } from '../../pipeline/compose/step.ts';
import type { SendOptions } from '../../platforms/platform.ts';
import type { House } from '../house.ts';
import { dress } from './dress.ts';

/** One message and what it tells. */
export interface Post {
  readonly message: Message;
  /** The story's card before its place had its say: what later changes are told by. */
  readonly card?: Message;
  readonly options: SendOptions;
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
    return story ? [{ delivery, story }] : [];
  });
  const [first] = tellable;
  if (!first) return undefined;
  const { delivery } = first;
  const within = 'within' in delivery.state ? delivery.state.within : undefined;
  if (tellable.length === 1 && within === undefined)
    return { key: delivery.id, told: [first], ...(await single(house, first)) };
  // What may stand there already stood there together, so there is room for all of it again.
  const { message, told } = composeDigest(
    tellable.map((one) => one.story),
    within === undefined ? 'new' : 'again',
  );
  const ids = new Set<StoryId>(told.map(({ id }) => id));
  const inIt = tellable.filter(({ story: { id } }) => ids.has(id));
  // Named after one that it tells: what does not fit goes out in another message, which must not look like a repeat.
  return { message, options: {}, key: within ?? inIt[0]?.delivery.id ?? delivery.id, told: inIt };
}

async function single(
  { memory }: Pick<House, 'memory'>,
  { delivery: { step, to }, story }: Told,
): Promise<Pick<Post, 'message' | 'options' | 'card'>> {
  if (!step) {
    const card = compose(story);
    return { ...(await dress({ memory }, story, card, to)), card };
  }
  const answered = await memory.deliveries.get(step.answers);
  return {
    message: composeStep(story, step.stage),
    options: answered?.state.is === 'sent' ? { replyTo: answered.state.message } : {},
  };
}
