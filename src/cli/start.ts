import { type App, createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { configuredFeeds } from '../feeds.ts';
import type { Log } from '../log.ts';
import type { Feed, PlatformName } from '../model.ts';
import type { Platform } from '../platforms/platform.ts';
import { inEnglish } from '../words/sentence.ts';
import { answering } from './answering.ts';
import { chronicle } from './chronicle.ts';
import { configured } from './configured.ts';
import { connect } from './connect.ts';
import { firstRound } from './firstRound.ts';
import { firstStart, isFirstStart } from './firstStart.ts';
import { greeting } from './greeting.ts';
import type { ExitCode, Io, Subcommand } from './io.ts';
import { misfitting } from './misfitting.ts';
import { openLog } from './openLog.ts';
import { restful } from './rest.ts';
import { terminal, terminalSubscription } from './terminal.ts';

/** Runs the bot until it is asked to stop. */
export const start: Subcommand = async (io) => {
  // Heard from the first moment on, so that a stop during start-up is an orderly one too.
  const stopped = io.stopped().then((): ExitCode => 0);
  const ready = await prepared(io);
  if (ready.is === 'over') return ready.code;
  const { config, feeds } = ready;
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
    greeting(feeds.length, platforms, io.person !== undefined),
  );
  const app = await createApp({
    config,
    log,
    feeds,
    added: true,
    platforms,
    web: true,
    standing: alone ? [terminalSubscription(config.leastConfidence)] : [],
    report(event) {
      if (event.is === 'halted') halts.set(event.platform, inEnglish(event.reason));
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

type Prepared =
  | { readonly is: 'ready'; readonly config: Config; readonly feeds: readonly Feed[] }
  | { readonly is: 'over'; readonly code: ExitCode };

/** Settings and feeds; what is wrong with them is said, and is the end. */
async function prepared(io: Io): Promise<Prepared> {
  if (io.person && isFirstStart(io) && !(await firstStart(io.person))) return { is: 'over', code: 0 };
  const config = configured(io);
  if (!config) return { is: 'over', code: 2 };
  const listed = await configuredFeeds(config.packs);
  const wrong = listed.ok ? misfitting(config) : listed.reason;
  if (wrong !== undefined) io.err(wrong);
  return listed.ok && wrong === undefined
    ? { is: 'ready', config, feeds: listed.feeds }
    : { is: 'over', code: 2 };
}

/** Needed once in the life of a store, so it is loaded only then. */
async function introduced(config: Config, log: Log, typed: boolean): Promise<void> {
  const { introduce } = await import('./introduce.ts');
  await introduce(config, log, typed);
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
