import { knownFeeds, ownFeeds } from '../../src/answers/feedsOf.ts';
import type { Command } from '../../src/command.ts';
import { sentence, shownAddress } from '../../src/message.ts';

export const exportFeeds: Command = {
  name: 'export',
  description: 'Get the feeds that were added here as an OPML file, with those of the packs or without',
  options: [
    {
      type: 'choice',
      name: 'which',
      description: 'own: those added here; all: those of the packs, too',
      choices: ['own', 'all'],
    },
  ],
  access: 'admins',
  audience: 'caller',
  async run({ call, newsroom, words }) {
    const own = await ownFeeds(call, newsroom);
    const isOwn = call.options['which'] !== 'all' && own.length > 0;
    const feeds = isOwn
      ? own
      : (await knownFeeds(call, newsroom)).map((feed) => ({ ...feed, url: shownAddress(feed.url) }));
    if (feeds.length === 0) return sentence(words.spans('feeds.noneOwn'));
    const opml = await newsroom.opml.write('Pactwire', feeds);
    return {
      ...sentence(words.say('export.done', { count: feeds.length })),
      file: { name: 'pactwire.opml', type: 'text/x-opml', bytes: new TextEncoder().encode(opml) },
    };
  },
};
