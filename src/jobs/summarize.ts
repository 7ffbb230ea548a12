import type { StoryId } from '../model.ts';
import { route } from '../pipeline/route.ts';
import { isMeant } from '../stories/companies.ts';
import { done, type Work } from './house.ts';
import { makeSummary } from './makeSummary.ts';

/** Long enough for every retelling, so that neither a page is asked for nor a model paid twice. */
const keptMs = 60 * 86_400_000;

/** Makes the summary of a story that goes out; several at a time. What comes of it is published next. */
export const summarize: Work = async (house, id) => {
  const { archive, memory, queue, webhook } = house;
  const story = archive.get(id as StoryId);
  if (!story) return done;
  const wanted = webhook !== undefined || route(story, await house.subscriptions(), isMeant).length > 0;
  if (!wanted) return done;
  const known = await memory.summaries.get(id);
  if (!known) await memory.summaries.set(id, await makeSummary(house, story), keptMs);
  await queue.add([{ kind: 'tell', id }]);
  return done;
};
