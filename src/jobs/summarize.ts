import { chatKey } from '../chatKey.ts';
import type { Memory } from '../memory.ts';
import type { StoryId, Subscription } from '../model.ts';
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
  const subscribers = route(story, await house.subscriptions(), isMeant);
  if (webhook === undefined && subscribers.length === 0) return done;
  const known = await memory.summaries.get(id);
  if (!known) {
    const languages = await languagesOf(memory, subscribers);
    await memory.summaries.set(id, await makeSummary(house, story, languages), keptMs);
  }
  await queue.add([{ kind: 'tell', id }]);
  return done;
};

/** The languages that chats have chosen, each once, as primary subtags. */
async function languagesOf(
  { chats }: Pick<Memory, 'chats'>,
  subscribers: readonly Pick<Subscription, 'to'>[],
): Promise<readonly string[]> {
  const keys = new Set(subscribers.map(({ to }) => chatKey(to)));
  const settings = await chats.getMany([...keys]);
  return [...new Set(settings.flatMap((one) => one?.language?.split('-')[0] ?? []))];
}
