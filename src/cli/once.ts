import { parseArgs } from 'node:util';
import { type App, createApp } from '../app.ts';
import { progress } from './progress.ts';
import { type Tally, tally } from '../round.ts';
import { chosenFeeds } from './chosenFeeds.ts';
import { configured } from './configured.ts';
import { connect } from './connect.ts';
import type { ExitCode, Io, Subcommand } from './io.ts';
import { openLog } from './openLog.ts';
import { terminal, terminalSubscription } from './terminal.ts';

const deliveryPatienceMs = 60_000;
const options = {
  opml: { type: 'string' },
  feed: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

/** One round over the due feeds, or over those named, then out. */
export const once: Subcommand = async (io) => {
  const { opml, feed, json = false } = parseArgs({ args: [...io.args], options }).values;
  const config = configured(io);
  if (!config) return 2;
  const chosen = await chosenFeeds({ opml, feed, packs: config.packs });
  if (!chosen.ok) {
    io.err(chosen.reason);
    return 2;
  }
  const log = await openLog(io, config, config.logLevel === 'info' ? 'warn' : config.logLevel);
  const connected = await connect(config, log);
  const alone = connected.length === 0;
  const named = opml !== undefined || feed !== undefined;
  const counted = tally();
  const line = progress(io.progress);
  const app = await createApp({
    config,
    log,
    feeds: chosen.feeds,
    added: !named,
    // What the operator types may live on the operator's own network.
    trusted: named ? chosen.feeds.map(({ url }) => url) : [],
    platforms: alone && !json ? [terminal(io, false)] : connected,
    standing: alone && !json ? [terminalSubscription(config.leastConfidence)] : [],
    report(event) {
      counted.add(event);
      line.show(counted.polled(), chosen.feeds.length, 'feeds read');
    },
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    return await round(io, { app, counted, named, json, clear: line.clear });
  } finally {
    await app.close();
  }
};

interface Run {
  readonly app: App;
  readonly counted: Tally;
  /** Feeds named on the command line are asked for now, whether they are due or not. */
  readonly named: boolean;
  readonly json: boolean;
  readonly clear: () => void;
}

async function round(io: Io, { app, counted, named, json, clear }: Run): Promise<ExitCode> {
  const started = performance.now();
  const before = io.usage();
  await app.round(named ? 'all' : 'due');
  const after = io.usage();
  clear();
  await app.delivered(deliveryPatienceMs);
  if (json) for (const story of counted.told()) await io.out(`${JSON.stringify(story)}\n`);
  const figures = {
    ...counted.round(),
    ms: Math.round(performance.now() - started),
    cpuMs: Math.round(after.cpuMs - before.cpuMs),
    peakMb: Math.round(after.peakMb),
  };
  if (json) await io.out(`${JSON.stringify({ round: figures })}\n`);
  else io.err(summary(figures));
  for (const sentence of [...counted.notes(), ...counted.failures()]) io.err(sentence);
  return figures.failed > 0 ? 1 : 0;
}

const summary = (figures: {
  feeds: number;
  unchanged: number;
  failed: number;
  unseen: number;
  stories: number;
}) =>
  `${figures.feeds} feeds read (${figures.unchanged} unchanged, ${figures.failed} failed), ${figures.unseen} new articles, ${figures.stories} stories told.`;
