import type { Story } from '../model.ts';
import { groupingWindowMs } from '../pipeline/group.ts';
import { done, type Work } from './house.ts';

/** group → archive, for one article; never two at a time, since it merges stories. What is to be posted is summarised next. */
export const tell: Work = async (house, id) => {
  const { memory, archive, desk, queue, report, now } = house;
  const judged = await memory.articles.get(id);
  if (!judged) return done;
  // A story that has the article already was remembered before a crash; only its posts may be missing.
  const known = archive.withArticle(judged.article.id);
  const { story: placed, is } = known
    ? { story: known, is: 'known' as const }
    : desk.place(judged.article, judged.finding);
  const story: Story = {
    ...placed,
    notes: archive.notes(placed),
    ...(is === 'joined' ? { updatedAt: now() } : {}),
  };
  await memory.stories.set(story.id, story, house.keepStoriesMs);
  archive.put(story);
  desk.file(story);
  desk.clear(now() - groupingWindowMs);
  if (!judged.backlog) await queue.add([{ kind: 'summarize', id: story.id }]);
  if (is !== 'known') report({ is, story });
  return done;
};
