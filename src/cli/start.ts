import { type App, createApp } from '../app.ts';
import { configuredFeeds } from '../feeds.ts';
import type { HouseEvent } from '../jobs/house.ts';
import { createLog, type Log } from '../log.ts';
import type { Platform } from '../platforms/platform.ts';
import { foundSentence } from '../round.ts';
import { configured } from './configured.ts';
import { connect } from './connect.ts';
import type { ExitCode, Subcommand } from './io.ts';
import { terminal, terminalSubscription } from './terminal.ts';

/** Runs the bot until it is asked to stop. */
export const start: Subcommand = async (io) => {
  // Heard from the first moment on, so that a stop during start-up is an orderly one too.
  const stopped = io.stopped().then((): ExitCode => 0);
  const config = configured(io);
  if (!config) return 2;
  const listed = await configuredFeeds(config.packs);
  if (!listed.ok) {
    io.err(listed.reason);
    return 2;
  }
  const log = createLog(config.logLevel);
  const connected = await connect(config, log);
  const alone = connected.length === 0;
  const platforms = alone ? [terminal(io, true)] : connected;
  const fatal = Promise.withResolvers<never>();
  const app = await createApp({
    config,
    log,
    feeds: listed.feeds,
    added: true,
    platforms,
    standing: alone ? [terminalSubscription(config.leastConfidence)] : [],
    report: (event) => write(log, event),
    onFatal: fatal.reject,
  });
  try {
    app.schedule();
    return await Promise.race([stopped, fatal.promise, listen(app, platforms, log)]);
  } finally {
    await app.close();
  }
};

/** Listens on every platform; resolves, with a failure, when none is left. */
async function listen(app: App, platforms: readonly Platform[], log: Log): Promise<ExitCode> {
  const ends = platforms.map(async (platform) => {
    const listener = await platform.listen(app.desk);
    log.error({ platform: platform.name }, await listener.ended);
  });
  await Promise.all(ends);
  return 1;
}

function write(log: Log, event: HouseEvent): void {
  switch (event.is) {
    case 'fetched':
      return log.debug({ feed: event.feed.url, articles: event.articles, unseen: event.unseen }, 'feed read');
    case 'unchanged':
      return log.debug({ feed: event.feed.url }, 'feed unchanged');
    case 'found':
      return log.info({ feed: event.feed.url, chosen: event.chosen.url }, foundSentence(event));
    case 'failed':
      return log.warn({ feed: event.feed.url, kind: event.kind }, event.reason);
    case 'told':
    case 'joined':
      return log.info({ story: event.story.id, sources: event.story.sources.length }, event.story.headline);
    case 'delivery': {
      const { delivery, outcome } = event;
      const facts = { delivery: delivery.id, to: delivery.to, outcome: outcome.is };
      return outcome.is === 'sent'
        ? log.info(facts, 'posted')
        : log.warn({ ...facts, ...outcome }, 'not posted');
    }
  }
}
