import type { Newsroom } from '../command.ts';
import { record } from '../jobs/deliver/record.ts';
import { subscriptionsAt } from '../jobs/deliver/subscriptionsAt.ts';
import { deliveryId } from '../deliveryId.ts';
import type { NewsroomParts } from './newsroom.ts';

type Room = Pick<Newsroom, 'vote' | 'hidePost'>;

export const votesRoom = ({ memory, retention, now }: NewsroomParts): Room => ({
  vote: (vote, voter) => memory.votes.set(`${vote.story}/${voter}`, { ...vote, at: now() }),
  async hidePost(story, to) {
    const [subscription = { to }] = await subscriptionsAt(memory, to);
    const delivery = await memory.deliveries.get(deliveryId(story, subscription));
    if (delivery?.state.is !== 'sent') return;
    // Without its fingerprint a post is never brought up to date again, which would bring it back.
    const { shows: _, ...state } = delivery.state;
    await record({ memory, retention }, [{ ...delivery, state }]);
  },
});
