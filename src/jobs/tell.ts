import { createHash } from 'node:crypto';
import { retention } from '../memory.ts';
import type { Delivery, DeliveryId, Destination, Story } from '../model.ts';
import { groupingWindowMs } from '../pipeline/group.ts';
import { route } from '../pipeline/route.ts';
import { isMeant } from '../stories/companies.ts';
import { done, type House, type Work } from './house.ts';

/** group → summarize → route → queue, for one article; never two at a time, since it merges stories. */
export const tell: Work = async (house, id) => {
  const { memory, archive, desk, queue, report, now } = house;
  const judged = await memory.articles.get(id);
  if (!judged) return done;
  // A story that has the article already was remembered before a crash; only its posts may be missing.
  const known = archive.withArticle(judged.article.id);
  const { story, is } = known
    ? { story: known, is: 'known' as const }
    : desk.place(judged.article, judged.finding);
  await memory.stories.set(story.id, story, house.keepStoriesMs);
  archive.put(story);
  desk.file(story);
  desk.clear(now() - groupingWindowMs);
  if (!judged.backlog) await queue.add(await deliveries(house, story));
  if (is !== 'known') report({ is, story });
  return done;
};

/** Records who is to get the story and gives the jobs; a delivery that was recorded before stays as it was. */
async function deliveries({ memory, subscriptions, now }: House, story: Story) {
  const jobs: { kind: 'deliver'; id: DeliveryId }[] = [];
  for (const to of route(story, await subscriptions(), isMeant)) {
    const id = deliveryId(story, to);
    const delivery: Delivery = { id, story: story.id, to, createdAt: now(), state: { is: 'waiting' } };
    await memory.deliveries.add(id, delivery, retention.deliveriesMs);
    jobs.push({ kind: 'deliver', id });
  }
  return jobs;
}

/** 24 characters, so that it fits Discord's nonce (25). */
const deliveryId = (story: Story, { platform, chat, topic = '' }: Destination): DeliveryId =>
  createHash('sha256')
    .update([story.id, platform, chat, topic].join('\n'))
    .digest('base64url')
    .slice(0, 24) as DeliveryId;
