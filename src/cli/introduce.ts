import type { Config } from '../config.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { clock } from '../doctor/clock.ts';
import { disk, freeBytes } from '../doctor/disk.ts';
import { timeTellers } from '../doctor/examine.ts';
import { platforms } from '../doctor/platforms.ts';
import type { Log } from '../log.ts';

/**
 * What a bot that starts for the first time says: how to invite it, what stands against its work, and what to do next.
 * `typed`: whether somebody can type commands into this terminal.
 */
export async function introduce(config: Config, log: Log, typed: boolean): Promise<void> {
  let troubles = 0;
  for await (const diagnosis of firstLook(config)) {
    const { check, says } = diagnosis;
    if (diagnosis.is === 'ok' && check !== 'discord' && check !== 'telegram') continue;
    const facts = diagnosis.is === 'ok' ? { check } : { check, mend: diagnosis.mend };
    if (diagnosis.is === 'trouble') troubles += 1;
    log[diagnosis.is === 'trouble' ? 'warn' : 'info'](facts, says);
  }
  if (troubles > 0) return;
  if (config.discordToken || config.telegramToken)
    log.info(
      {},
      'Next: say /subscribe in the channel or chat that is to get the news. Anything wrong? "npm run -s pactwire -- doctor" says what.',
    );
  else if (typed) log.info({}, 'Next: type /latest or /help here.');
}

/** What of the doctor's checks the start itself does not make. */
async function* firstLook(config: Config): AsyncGenerator<Diagnosis> {
  yield* disk(config.storeUrl, freeBytes);
  // Without a token nobody is asked for anything but feeds.
  if (config.discordToken || config.telegramToken) yield* clock(timeTellers(config), Date.now);
  yield* platforms(config, []);
}
