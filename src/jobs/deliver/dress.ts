import { chatKey } from '../../chatKey.ts';
import type { Message } from '../../message.ts';
import type { Destination, Story } from '../../model.ts';
import { asRouted } from '../../newsroom/asRouted.ts';
import { compose } from '../../pipeline/compose.ts';
import { formatted } from '../../pipeline/compose/formatted.ts';
import { route } from '../../pipeline/route.ts';
import type { SendOptions } from '../../platforms/platform.ts';
import { isMeant } from '../../stories/companies.ts';
import type { House } from '../house.ts';
import { isPublished, placeOptions } from './placeOptions.ts';
import { postActions, postPresses } from './postActions.ts';
import { subscriptionsAt } from './subscriptionsAt.ts';
import { wordsFor } from './wordsFor.ts';

const day = 86_400_000;
const pressedMs = 180 * day;

/** A message and how its place is posted to. */
export interface Dressed {
  readonly message: Message;
  /** The story's card before its place had its say: what later changes are told by. */
  readonly card?: Message;
  readonly options: SendOptions;
  /** Whether it is passed on to those who follow its channel. */
  readonly publish: boolean;
}

/** The post of a story as its place wants it: words, format, pictures, sound, whom to mention, and what can be pressed. */
export async function dress(
  { memory }: Pick<House, 'memory'>,
  story: Story,
  to: Destination,
): Promise<Dressed> {
  const all = await subscriptionsAt(memory, to);
  const fitting = route(story, await asRouted(memory, all), isMeant);
  const [first] = fitting.length > 0 ? fitting : all;
  const { language } = (await memory.chats.get(chatKey(to))) ?? {};
  const speech = await wordsFor(memory, to, first);
  const mentions = [...new Set(fitting.flatMap((one) => one.mentions ?? []))];
  if (to.platform !== 'console') {
    // A button must not be seen before what it stands for can be found.
    await memory.presses.setMany(
      postPresses(story).map(([key, value]) => ({ key, value, ttlMs: pressedMs })),
    );
  }
  const spoken = (await spokenFor(memory, story, language)) ?? story;
  const message = formatted(compose(spoken, speech), first?.format, first?.pictures !== false);
  return {
    message: {
      ...message,
      ...(to.platform === 'console' ? {} : { actions: postActions(story, message.link, speech) }),
      ...(mentions.length > 0 ? { mentions } : {}),
    },
    card: compose(story),
    options: placeOptions(first, speech, story),
    publish: isPublished(first),
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
