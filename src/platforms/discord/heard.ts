import { DiscordAPIError, type Interaction } from 'discord.js';
import type { Log } from '../../log.ts';
import type { FrontDesk } from '../platform.ts';
import { press } from './press.ts';
import { reply } from './reply.ts';
import { suggest } from './suggest.ts';

export interface Answering {
  readonly desk: FrontDesk;
  readonly log: Log;
}

/** Answers whatever a person did with the bot: a command, half a command, a button, a menu, a form. */
export async function heard(interaction: Interaction, answering: Answering): Promise<void> {
  try {
    if (interaction.isChatInputCommand()) await reply(interaction, answering);
    else if (interaction.isAutocomplete()) await suggest(interaction, answering);
    else if (interaction.isMessageComponent() || interaction.isModalSubmit())
      await press(interaction, answering);
  } catch (error) {
    // What a person no longer waits for cannot be told to them: the token of an interaction lasts 15 minutes.
    const reason = told(error);
    answering.log.warn({ interaction: interaction.id, reason }, 'an answer is lost: Discord did not take it');
  }
}

/** The address in discord.js's error carries the interaction's token, so only its sentence is logged. */
const told = (error: unknown): string =>
  error instanceof DiscordAPIError
    ? `${error.message} (code ${error.code})`
    : error instanceof Error
      ? error.message
      : String(error);
