import type { Delivery, Sent } from '../../delivery.ts';
import { type Message, span } from '../../message.ts';
import type { Story } from '../../model.ts';
import { compose } from '../../pipeline/compose.ts';
import { composeDigest } from '../../pipeline/compose/digest.ts';
import { words } from '../../words/words.ts';
import type { House } from '../house.ts';
import { digest } from './compile.ts';
import { dress } from './dress.ts';
import { fingerprint } from './fingerprint.ts';

export type Editable = Delivery & { readonly state: Sent & { readonly shows: string } };

export const isEditable = (delivery: Delivery | undefined): delivery is Editable =>
  delivery?.state.is === 'sent' && delivery.state.shows !== undefined;

/** Tells whether a story would look different now in a post of its own, or in one that tells of several. */
export const shownAs = (story: Story, post: 'alone' | 'among others'): string =>
  fingerprint(post === 'alone' ? compose(story) : composeDigest([story], words('en')).message);

export const postOf = ({
  within,
}: {
  readonly within?: Sent['within'] | undefined;
}): 'alone' | 'among others' => (within === undefined ? 'alone' : 'among others');

/** A message as it should be by now. */
export interface Revised {
  readonly message: Message;
  /** All that it tells, with what it will show of each. */
  readonly tells: readonly (Delivery & { readonly state: Sent })[];
}

/** What to make of the message that a delivery stands in; nothing when it is up to date, or cannot be kept whole. */
export async function revised(
  house: Pick<House, 'memory'>,
  delivery: Delivery,
): Promise<Revised | undefined> {
  const { state: found } = delivery;
  if (found.is !== 'sent') return undefined;
  const { within, shows, hidden } = found;
  if (hidden !== undefined)
    return {
      message: { blocks: [{ is: 'note', spans: [span(hidden)] }] },
      tells: [{ ...delivery, state: found }],
    };
  if (!isEditable(delivery)) return undefined;
  const [only, ...others] = await besides(house, delivery);
  if (!only) return undefined;
  const tells = [only, ...others].map(({ delivery: one, story }) => ({
    ...one,
    state: { ...one.state, shows: shownAs(story, postOf(one.state)) },
  }));
  if (tells.some(({ id, state }) => id === delivery.id && state.shows === shows)) return undefined;
  if (within === undefined) {
    if (only.story.mergedInto !== undefined) return undefined;
    const { message } = await dress(house, only.story, delivery.to);
    return { message, tells };
  }
  const post = await digest(house, [only, ...others], within);
  return post?.told.length === tells.length ? { message: post.message, tells } : undefined;
}

/** Everything that the message of a delivery tells; nothing when part of it is forgotten. */
async function besides(
  { memory }: Pick<House, 'memory'>,
  delivery: Editable,
): Promise<readonly { readonly delivery: Editable; readonly story: Story }[]> {
  const { within } = delivery.state;
  const lead = within === undefined ? undefined : await memory.deliveries.get(within);
  const ids = lead?.state.is === 'sent' ? lead.state.tells : undefined;
  if (within !== undefined && ids === undefined) return [];
  const deliveries = ids ? await memory.deliveries.getMany(ids) : [delivery];
  const editable = deliveries.filter(isEditable);
  const stories = await memory.stories.getMany(editable.map(({ story }) => story));
  const found = editable.flatMap((one, at) => {
    const story = stories[at];
    return story ? [{ delivery: one, story }] : [];
  });
  return found.length === deliveries.length ? found : [];
}
