import { groupingWindowMs } from '../pipeline/group.ts';
import { announce } from './announce.ts';
import { hookJob } from './hook.ts';
import { done, type Work } from './house.ts';

/** group → summarize → route → queue, for one article; never two at a time, since it merges stories. */
export const tell: Work = async (house, id) => {
  const { memory, archive, desk, queue, report, now, webhook } = house;
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
  if (!judged.backlog) {
    await announce(house, story);
    if (webhook) await queue.add([hookJob(story)]);
  }
  if (is !== 'known') report({ is, story });
  return done;
};
