import type { Config } from '../config.ts';
import { type Diagnosis, diagnoses } from '../diagnosis.ts';
import type { Destination, PlatformName } from '../model.ts';

const { advice } = diagnoses('platforms');

/** Whether each platform that has a token lets the bot in, and where it may post; their libraries load only here. */
export async function* platforms(config: Config, chats: readonly Destination[]): AsyncGenerator<Diagnosis> {
  const on = (name: PlatformName) => chats.filter(({ platform }) => platform === name);
  const { discordToken, telegramToken } = config;
  if (!discordToken && !telegramToken) {
    yield advice(
      'No token is set, so the bot posts to the terminal.',
      'Set DISCORD_TOKEN or TELEGRAM_TOKEN; README.md says how to get one.',
    );
  }
  if (discordToken) {
    const { examine } = await import('../platforms/discord/examine.ts');
    yield* examine({ token: discordToken.reveal(), apiUrl: config.discordApiUrl }, on('discord'));
  }
  if (telegramToken) {
    const { examine } = await import('../platforms/telegram/examine.ts');
    yield* examine({ token: telegramToken.reveal(), apiUrl: config.telegramApiUrl }, on('telegram'));
  }
}
