import { deliveryId } from '../deliveryId.ts';
import type { Delivery } from '../delivery.ts';
import type { Newsroom } from '../command.ts';
import { isEditable } from '../jobs/deliver/revised.ts';
import { editJob } from '../jobs/deliver/jobs.ts';
import { record } from '../jobs/deliver/record.ts';
import { subscriptionsAt } from '../jobs/deliver/subscriptionsAt.ts';
import { mergeJob, partJob } from '../jobs/merge.ts';
import type { Destination, Story, StoryId } from '../model.ts';
import { canonicalUrl } from '../pipeline/parse/canonicalUrl.ts';
import { isMeant } from '../stories/companies.ts';
import type { NewsroomParts } from './newsroom.ts';

type Room = Pick<
  Newsroom,
  | 'curates'
  | 'vote'
  | 'takeBackVote'
  | 'hidePost'
  | 'showPost'
  | 'storiesNamed'
  | 'mergeStories'
  | 'partStory'
>;

const mostNamed = 5;
/** A story that is pointed at by its link was told lately. */
const lately = 5_000;

export const votesRoom = ({ memory, retention, archive, queue, curators, now }: NewsroomParts): Room => {
  async function posted(story: StoryId, to: Destination): Promise<Delivery | undefined> {
    const [subscription = { to }] = await subscriptionsAt(memory, to);
    return memory.deliveries.get(deliveryId(story, subscription));
  }
  return {
    curates: ({ from, server }) =>
      [from.chat, server].some((id) => id !== undefined && curators.includes(id)),
    vote: (vote, voter) => memory.votes.set(`${vote.story}/${voter}`, { ...vote, at: now() }),
    takeBackVote: async (story, voter) => void (await memory.votes.delete(`${story}/${voter}`)),
    async hidePost(story, to, sentence) {
      const delivery = await posted(story, to);
      // In a message that tells of others too, hiding it would hide them.
      if (!isEditable(delivery) || delivery.state.within !== undefined) return;
      // Without its fingerprint a post is never brought up to date again, which would bring it back.
      const { shows: _, ...rest } = delivery.state;
      const state = sentence === undefined ? rest : { ...rest, hidden: sentence };
      await record({ memory, retention }, [{ ...delivery, state }]);
      if (sentence !== undefined) await queue.add([editJob(delivery)]);
    },
    async showPost(story, to) {
      const delivery = await posted(story, to);
      if (delivery?.state.is !== 'sent') return;
      const { hidden: _, editedAt: _edited, ...state } = delivery.state;
      await record({ memory, retention }, [{ ...delivery, state: { ...state, shows: '' } }]);
      await queue.add([editJob(delivery)]);
    },
    storiesNamed(named) {
      if (!/^https?:\/\/\S+$/u.test(named.trim()))
        return { exact: false, stories: archive.search(named, { count: mostNamed + 1 }) };
      const wanted = canonicalUrl(named.trim());
      const found = archive
        .latest({ count: lately })
        .find(({ sources }) => sources.some(({ url }) => url !== '' && canonicalUrl(url) === wanted));
      return { exact: true, stories: found ? [found] : [] };
    },
    async mergeStories(from, into) {
      if (!alike(from, into)) return false;
      await queue.add([mergeJob(from.id, into.id)]);
      return true;
    },
    partStory: (from) => queue.add([partJob(from)]),
  };
};

/** One chat decides for all here, so two stories without a company in common stay two. */
const alike = (a: Story, b: Story): boolean =>
  a.partners.some((one) => b.partners.some((other) => isMeant(one, other) || isMeant(other, one)));
