import manifest from '../../package.json' with { type: 'json' };
import { type App, createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { configuredFeeds } from '../feeds.ts';
import type { Log } from '../log.ts';
import type { PlatformName } from '../model.ts';
import type { Platform } from '../platforms/platform.ts';
import { answering } from './answering.ts';
import { chronicle } from './chronicle.ts';
import { configured } from './configured.ts';
import { connect } from './connect.ts';
import { firstRound } from './firstRound.ts';
import { firstStart, isFirstStart } from './firstStart.ts';
import type { ExitCode, Io, Subcommand } from './io.ts';
import { misfitting } from './misfitting.ts';
import { openLog } from './openLog.ts';
import { restful } from './rest.ts';
import { terminal, terminalSubscription } from './terminal.ts';

/** Runs the bot until it is asked to stop. */
export const start: Subcommand = async (io) => {
  // Heard from the first moment on, so that a stop during start-up is an orderly one too.
  const stopped = io.stopped().then((): ExitCode => 0);
  if (io.person && isFirstStart(io) && !(await firstStart(io.person))) return 0;
  const config = configured(io);
  if (!config) return 2;
  const listed = await configuredFeeds(config.packs);
  if (!listed.ok) {
    io.err(listed.reason);
    return 2;
  }
  const misfit = misfitting(config);
  if (misfit !== undefined) {
    io.err(misfit);
    return 2;
  }
  const bar = firstRound(io);
  const log = await openLog(bar.io, config);
  const talks = config.roles.includes('deliver') || config.roles.includes('listen');
  const connected = talks ? await connect(config, log) : [];
  const alone = connected.length === 0 && config.queueUrl === undefined;
  const platforms = alone ? [terminal(bar.io, true)] : connected;
  const hears = config.roles.includes('listen') && platforms.length > 0;
  const fatal = Promise.withResolvers<never>();
  const halts = new Map<PlatformName, string>();
  const write = chronicle(log);
  log.info(
    config.queueUrl === undefined ? {} : { roles: config.roles },
    greeting(listed.feeds.length, platforms, io),
  );
  const app = await createApp({
    config,
    log,
    feeds: listed.feeds,
    added: true,
    platforms,
    web: true,
    standing: alone ? [terminalSubscription(config.leastConfidence)] : [],
    report(event) {
      if (event.is === 'halted') halts.set(event.platform, event.reason);
      write(event);
      bar.report(event);
    },
    onFatal: fatal.reject,
  });
  const endRest = restful(io);
  try {
    app.schedule();
    if (app.isNew && talks) {
      introduced(config, log, io.person !== undefined).catch((error: unknown) =>
        log.error({ error }, 'the platforms could not be examined'),
      );
    }
    const code = await Promise.race([
      stopped,
      fatal.promise,
      ...(hears ? [listen(app, platforms, log)] : []),
    ]);
    return halts.size > 0 ? 1 : code;
  } finally {
    endRest();
    await app.close();
    log.info({}, 'stopped');
    // Said once more at the end, where it is found: what these platforms refused is still waiting.
    for (const reason of halts.values()) io.err(reason);
  }
};

/** Needed once in the life of a store, so it is loaded only then. */
async function introduced(config: Config, log: Log, typed: boolean): Promise<void> {
  const { introduce } = await import('./introduce.ts');
  await introduce(config, log, typed);
}

const proper = (name: PlatformName): string =>
  name === 'console' ? 'this terminal' : `${name[0]?.toUpperCase()}${name.slice(1)}`;

/** What this process is about to do, in a sentence. */
function greeting(feeds: number, platforms: readonly Platform[], { person }: Pick<Io, 'person'>): string {
  const places = platforms.map(({ name }) => proper(name));
  const posts = places.length === 0 ? '' : `, posting to ${places.join(' and ')}`;
  return `Pactwire ${manifest.version} starts: ${feeds} feeds of its packs and those added here${posts}.${person ? ' Ctrl+C ends it.' : ''}`;
}

/** Listens on every platform; resolves, with a failure, when none is left. */
async function listen(app: App, platforms: readonly Platform[], log: Log): Promise<ExitCode> {
  const ends = platforms.map(async (platform) => {
    const desk = { ...app.desk, answer: answering(app.desk.answer, log) };
    const reason = await app.listen(platform, desk);
    if (reason !== undefined) log.error({ platform: platform.name }, reason);
  });
  await Promise.all(ends);
  return 1;
}
