import { chatKey } from '../chatKey.ts';
import type { Memory } from '../memory.ts';
import type { Subscription } from '../model.ts';
import { withAliases } from '../stories/companies.ts';
import { withPackFeeds } from './withPackFeeds.ts';

/** Subscriptions as routing wants them: with the feeds of their packs, and with the companies that their chats mean. */
export async function asRouted(
  { chats }: Pick<Memory, 'chats'>,
  subscriptions: readonly Subscription[],
): Promise<readonly Subscription[]> {
  // Only names can have aliases, and most chats name nobody.
  const keys = [
    ...new Set(subscriptions.filter(({ companies }) => companies.length > 0).map(({ to }) => chatKey(to))),
  ];
  const settings = await chats.getMany(keys);
  const aliases = new Map(keys.map((key, at) => [key, settings[at]?.aliases]));
  return subscriptions.map((subscription) => {
    const known = aliases.get(chatKey(subscription.to));
    const { companies } = subscription;
    return withPackFeeds(
      known === undefined ? subscription : { ...subscription, companies: companies.map(withAliases(known)) },
    );
  });
}
