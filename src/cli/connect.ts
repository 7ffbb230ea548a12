import { createHash } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Secret } from '../secret.ts';

/** Telegram shows it with each update; processes that share the token agree on it without a setting. */
const secretFor = (token: Secret): string =>
  createHash('sha256').update(`webhook of ${token.reveal()}`).digest('base64url');

/** The chat platforms that have a token; their libraries are large, so only those are loaded. */
export async function connect(config: Config, log: Log): Promise<readonly Platform[]> {
  const platforms: Platform[] = [];
  if (config.discordToken) {
    const { discord } = await import('../platforms/discord/discord.ts');
    platforms.push(
      discord({
        token: config.discordToken.reveal(),
        apiUrl: config.discordApiUrl,
        log,
        perSecond: config.discordRate,
        shards: config.discordShards,
      }),
    );
  }
  if (config.telegramToken) {
    const { telegram } = await import('../platforms/telegram/telegram.ts');
    platforms.push(
      telegram({
        token: config.telegramToken.reveal(),
        apiUrl: config.telegramApiUrl,
        log,
        perSecond: config.telegramRate,
        webhook:
          config.telegramWebhookUrl === undefined
            ? undefined
            : {
                url: config.telegramWebhookUrl,
                port: config.telegramWebhookPort,
                secret: secretFor(config.telegramToken),
              },
      }),
    );
  }
  return platforms;
}
