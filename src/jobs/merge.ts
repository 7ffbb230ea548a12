import type { Story, StoryId } from '../model.ts';
import { join, part } from '../pipeline/group/grow.ts';
import type { Job } from '../queue/queue.ts';
import { house as identity } from '../stories/companies.ts';
import { hookJob } from './hook.ts';
import { done, type House, type Work } from './house.ts';

/** Stories are changed by `tell` jobs alone, so merging is one, too: never two at a time over all processes. */
export const mergeJob = (from: StoryId, into: StoryId): Job => ({
  kind: 'tell',
  id: `merge ${from} ${into}`,
});
export const partJob = (from: StoryId): Job => ({ kind: 'tell', id: `part ${from}` });

export const isMerge = (id: string): boolean => /^(?:merge|part) /u.test(id);

/** Makes one story of two, or two of one again; the posts of the story that stays are brought up to date. */
export const merge: Work = async (house, id) => {
  const [verb, from = '', into = ''] = id.split(' ');
  const parted = await house.memory.stories.get(from);
  if (!parted) return done;
  const whole = await house.memory.stories.get(verb === 'merge' ? into : (parted.mergedInto ?? ''));
  if (!whole || whole.id === parted.id) return done;
  if (verb === 'merge' && whole.mergedInto === undefined && parted.mergedInto === undefined) {
    // In this order a crash leaves the sources in both, and the next attempt mends that.
    const known = new Set(whole.sources.map(({ article }) => article));
    const added = { ...parted, sources: parted.sources.filter(({ article }) => !known.has(article)) };
    await keep(house, inOrder(join(whole, added, identity)));
    await keep(house, { ...parted, mergedInto: whole.id });
  }
  if (verb === 'part' && parted.mergedInto !== undefined) {
    const { mergedInto: _, ...alone } = parted;
    await keep(house, part(whole, parted, identity));
    await keep(house, alone);
  }
  await house.queue.add([whole, parted].map(({ id: changed }) => ({ kind: 'revise', id: changed })));
  const told = house.webhook && (await house.memory.stories.get(whole.id));
  if (told) await house.queue.add([hookJob(told)]);
  return done;
};

const inOrder = (story: Story): Story => ({
  ...story,
  sources: story.sources.toSorted((a, b) => a.publishedAt - b.publishedAt),
});

async function keep({ memory, archive, desk, keepStoriesMs, now }: House, changed: Story): Promise<void> {
  const story = { ...changed, notes: archive.notes(changed), updatedAt: now() };
  await memory.stories.set(story.id, story, keepStoriesMs);
  archive.put(story);
  desk.file(story);
}
