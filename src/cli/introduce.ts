import type { Config } from '../config.ts';
import { platforms } from '../doctor/platforms.ts';
import type { Log } from '../log.ts';

/** What a bot that starts for the first time says: how to invite it, and what its platforms hold against it. */
export async function introduce(config: Config, log: Log): Promise<void> {
  let troubles = 0;
  for await (const diagnosis of platforms(config, [])) {
    const { check, says } = diagnosis;
    const facts = diagnosis.is === 'ok' ? { check } : { check, mend: diagnosis.mend };
    if (diagnosis.is === 'trouble') troubles += 1;
    log[diagnosis.is === 'trouble' ? 'warn' : 'info'](facts, says);
  }
  if (troubles > 0) return;
  const placed = config.discordToken || config.telegramToken;
  log.info(
    {},
    placed
      ? 'Next: say /subscribe in the channel or chat that is to get the news. Anything wrong? "npm run -s pactwire -- doctor" says what.'
      : 'Next: type /latest or /help here. "npm run -s pactwire -- doctor" checks everything at any time.',
  );
}
