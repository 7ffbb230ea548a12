/**
 * The bot with the feeds of an OPML file (its argument) and nobody to post to. Polls all of them whenever its parent
 * sends a message, and answers with the figures of the round.
 */
import { createApp } from '../../src/app.ts';
import { chosenFeeds } from '../../src/cli/chosenFeeds.ts';
import { createLog } from '../../src/log.ts';
import { readConfig } from '../../src/readConfig.ts';
import { tally, type Tally } from '../../src/round.ts';

const configured = readConfig(process.env);
if (!configured.ok) throw new Error(configured.problems.join('\n'));
const { config } = configured;
const chosen = await chosenFeeds({ opml: process.argv[2], packs: [] });
if (!chosen.ok) throw new Error(chosen.reason);
const { feeds } = chosen;

let counted: Tally = tally();
const app = await createApp({
  config,
  feeds,
  added: false,
  trusted: feeds.map(({ url }) => url),
  platforms: [],
  report: (event) => counted.add(event),
  onFatal: (error) => {
    throw error;
  },
  log: createLog('silent'),
});

async function round() {
  counted = tally();
  const before = process.cpuUsage();
  const started = performance.now();
  await app.round('all');
  const { user, system } = process.cpuUsage(before);
  return {
    ...counted.round(),
    ms: Math.round(performance.now() - started),
    cpuMs: Math.round((user + system) / 1_000),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1_024),
  };
}

process.on('message', () => void round().then((figures) => process.send?.(figures)));
process.once('disconnect', () => void app.close().then(() => process.exit()));
process.send?.('ready');
