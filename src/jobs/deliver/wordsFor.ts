import { chatKey } from '../../chatKey.ts';
import type { Memory } from '../../memory.ts';
import type { Destination, Subscription } from '../../model.ts';
import { spokenIn, type Words, words } from '../../words/words.ts';

/** How to speak in a place: as its chat chose, else as whoever subscribed speaks. */
export async function wordsFor(
  { chats }: Pick<Memory, 'chats'>,
  to: Destination,
  subscription: Pick<Subscription, 'spoken'> | undefined,
): Promise<Words> {
  const { language, timeZone } = (await chats.get(chatKey(to))) ?? {};
  return words(spokenIn(language) ?? spokenIn(subscription?.spoken) ?? 'en', timeZone);
}
