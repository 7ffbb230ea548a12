import { createApp } from '../app.ts';
import { readConfig } from '../readConfig.ts';
import { serveSampleFeeds } from '../demo/serveSampleFeeds.ts';
import { feedOf } from '../opml.ts';
import { progress } from './progress.ts';
import { tally } from '../round.ts';
import type { Subcommand } from './io.ts';
import { openLog } from './openLog.ts';
import { terminal, terminalSubscription } from './terminal.ts';

/** The whole river on sample feeds served on loopback: no network, no token, nothing kept. */
export const demo: Subcommand = async (io) => {
  const read = readConfig({
    STORE_URL: 'memory:',
    BACKLOG_AGE: '30d',
    LOG_LEVEL: 'error',
    READ_ARTICLES: 'off',
  });
  if (!read.ok) throw new Error(read.problems.join(' '));
  const { config } = read;
  const served = await serveSampleFeeds();
  const counted = tally();
  const line = progress(io.progress);
  const app = await createApp({
    config,
    log: await openLog(io, config),
    feeds: served.feeds.flatMap(({ url, title, language }) => feedOf(url, { title, language }) ?? []),
    added: false,
    trusted: served.feeds.map(({ url }) => url),
    platforms: [terminal(io, false)],
    standing: [terminalSubscription(config.leastConfidence)],
    report(event) {
      counted.add(event);
      if (event.is === 'fetched') line.show(counted.polled(), served.feeds.length, 'sample feeds read');
    },
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    await io.out('Six sample feeds (every name in them is invented), read by the real pipeline:\n\n');
    await app.round('all');
    line.clear();
    await app.delivered(5_000);
    const { articles, stories, feeds } = counted.round();
    const told = counted.told().reduce((sum, story) => sum + story.sources.length, 0);
    await io.out(
      `${stories} stories, told by ${told} of ${articles} articles in ${feeds} feeds. Next: npm start reads real feeds; README.md says how to post to Discord and Telegram.\n`,
    );
    return counted.round().failed > 0 ? 1 : 0;
  } finally {
    await app.close();
    await served.close();
  }
};
