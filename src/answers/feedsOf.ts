import type { Call, FeedHealth, Newsroom, Option } from '../command.ts';

/** Whose administrators decide over a feed: those of the server, or of the chat where there are no servers. */
export const placeKey = ({ from, server }: Call): string => `${from.platform}/${server ?? from.chat}`;

/** The feeds that were added in a place. */
export const ownFeeds = async (call: Call, newsroom: Newsroom): Promise<readonly FeedHealth[]> =>
  (await newsroom.feeds()).filter(({ addedIn }) => addedIn === placeKey(call));

/** The feeds that a chat may know: its own and those of whoever runs the bot. Others' addresses may hold their keys. */
export const knownFeeds = async (call: Call, newsroom: Newsroom): Promise<readonly FeedHealth[]> =>
  (await newsroom.feeds()).filter(({ addedIn }) => addedIn === undefined || addedIn === placeKey(call));

/** A feed by its title, its address or a part of them; the closest first. */
export const feedsNamed = (feeds: readonly FeedHealth[], named: string): readonly FeedHealth[] => {
  const wanted = named.trim().toLowerCase();
  const exact = feeds.filter(({ title, url, id }) =>
    [title.toLowerCase(), url.toLowerCase(), id].includes(wanted),
  );
  return exact.length > 0
    ? exact
    : feeds.filter(
        ({ title, url }) => title.toLowerCase().includes(wanted) || url.toLowerCase().includes(wanted),
      );
};

export const feedOption: Option = {
  type: 'text',
  name: 'feed',
  description: 'The feed, by its title or address',
  suggest: async (typed, { call, newsroom }) =>
    feedsNamed(await ownFeeds(call, newsroom), typed).map(({ title }) => title),
};
