import { createHash } from 'node:crypto';
import { retention } from '../memory.ts';
import type { Article, Delivery, DeliveryId, Destination, Finding, Story } from '../model.ts';
import { begin, group, groupingWindowMs, join } from '../pipeline/group.ts';
import { route } from '../pipeline/route.ts';
import { summarize } from '../pipeline/summarize.ts';
import type { Archive } from '../stories/archive.ts';
import { companyKey } from '../stories/companyKey.ts';
import { done, type House, type Work } from './house.ts';

/** group → summarize → route → queue, for one article; never two at a time, since it merges stories. */
export const tell: Work = async (house, id) => {
  const { memory, archive, queue, report } = house;
  const judged = await memory.articles.get(id);
  if (!judged) return done;
  const { story, is } = place(archive, judged.article, judged.finding);
  await memory.stories.set(story.id, story);
  archive.put(story);
  if (!judged.backlog) await queue.add(await deliveries(house, story));
  if (is !== 'known') report({ is, story });
  return done;
};

type Placed = { readonly is: 'told' | 'joined' | 'known'; readonly story: Story };

/** The story an article belongs to: one that has it already (after a crash), one it joins, or a new one. */
export function place(archive: Archive, article: Article, finding: Finding): Placed {
  const known = archive.withArticle(article.id);
  if (known) return { is: 'known', story: known };
  const near = archive.near(finding.partners, article.publishedAt, groupingWindowMs);
  const grouping = group(article, finding, near, companyKey);
  return grouping.is === 'joins'
    ? { is: 'joined', story: join(grouping.story, article, finding, companyKey) }
    : { is: 'told', story: begin(article, finding, summarize(article, finding)) };
}

/** Records who is to get the story and gives the jobs; a delivery that was recorded before stays as it was. */
async function deliveries({ memory, subscriptions, now }: House, story: Story) {
  const same = (a: string, b: string) => companyKey(a) === companyKey(b);
  const jobs: { kind: 'deliver'; id: DeliveryId }[] = [];
  for (const to of route(story, await subscriptions(), same)) {
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
