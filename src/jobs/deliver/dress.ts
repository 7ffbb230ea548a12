import type { Message } from '../../message.ts';
import type { Destination, Story } from '../../model.ts';
import { withPackFeeds } from '../../newsroom/withPackFeeds.ts';
import { compose } from '../../pipeline/compose.ts';
import { formatted } from '../../pipeline/compose/formatted.ts';
import { route } from '../../pipeline/route.ts';
import type { SendOptions } from '../../platforms/platform.ts';
import { isMeant } from '../../stories/companies.ts';
import { spokenIn, words } from '../../words/words.ts';
import type { House } from '../house.ts';
import { postActions, postPresses } from './postActions.ts';
import { subscriptionsAt } from './subscriptionsAt.ts';

const day = 86_400_000;
const pressedMs = 180 * day;
/** The post of a story as its place wants it: format, pictures, sound, whom to mention, and what can be pressed. */
export async function dress(
  { memory }: Pick<House, 'memory'>,
  story: Story,
  card: Message,
  to: Destination,
): Promise<{ readonly message: Message; readonly options: SendOptions }> {
  const all = await subscriptionsAt(memory, to);
  const fitting = route(story, all.map(withPackFeeds), isMeant);
  const [first] = fitting.length > 0 ? fitting : all;
  const { language } = (await memory.chats.get(`${to.platform}/${to.chat}`)) ?? {};
  const mentions = [...new Set(fitting.flatMap((one) => one.mentions ?? []))];
  if (to.platform !== 'console') {
    // A button must not be seen before what it stands for can be found.
    await memory.presses.setMany(
      postPresses(story).map(([key, value]) => ({ key, value, ttlMs: pressedMs })),
    );
  }
  const spoken = await spokenFor(memory, story, language);
  const message = formatted(spoken ? compose(spoken) : card, first?.format, first?.pictures !== false);
  const actions = postActions(story, card.link, words(spokenIn(language) ?? 'en'));
  return {
    message: {
      ...message,
      ...(to.platform === 'console' ? {} : { actions }),
      ...(mentions.length > 0 ? { mentions } : {}),
    },
    options: first?.silent ? { silent: true } : {},
  };
}

/** The story with its summary in the language that the place chose, when there is one. */
async function spokenFor(
  { summaries }: Pick<House['memory'], 'summaries'>,
  story: Story,
  language: string | undefined,
): Promise<Story | undefined> {
  const wanted = language?.split('-')[0];
  if (wanted === undefined || wanted === story.language) return undefined;
  const summary = (await summaries.get(story.id))?.translations?.[wanted];
  return summary === undefined ? undefined : { ...story, summary, summaryBy: 'model' };
}
