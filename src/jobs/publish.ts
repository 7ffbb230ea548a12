import type { StoryId } from '../model.ts';
import { announce } from './announce.ts';
import { hookJob } from './hook.ts';
import { done, type Work } from './house.ts';

/** As `begin` forms them. */
export const isStory = (id: string): boolean => id.startsWith('s-');

/** summary → archive → route → queue, for one story; never beside `tell`, which changes stories too. */
export const publish: Work = async (house, id) => {
  const { archive, desk, memory, queue, webhook } = house;
  const story = archive.get(id as StoryId);
  if (!story) return done;
  const summary = await memory.summaries.get(id);
  const summarised =
    summary === undefined
      ? story
      : {
          ...story,
          summary: summary.text,
          ...(summary.by === undefined ? {} : { summaryBy: summary.by }),
          ...(summary.text === story.summary ? {} : { updatedAt: house.now() }),
        };
  await memory.stories.set(story.id, summarised, house.keepStoriesMs);
  archive.put(summarised);
  desk.file(summarised);
  await announce(house, summarised);
  if (webhook) await queue.add([hookJob(summarised)]);
  return done;
};
