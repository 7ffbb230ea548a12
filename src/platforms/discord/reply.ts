import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { Call, Command, OptionValues } from '../../command.ts';
import type { Log } from '../../log.ts';
import { type Message, sentence } from '../../message.ts';
import { render } from './render.ts';

export interface Answering {
  readonly commands: readonly Command[];
  readonly answer: (call: Call) => Promise<Message>;
  readonly log: Log;
}

/**
 * Answers one use of a slash command. Discord gives three seconds for a first response and fifteen minutes for
 * the answer, so the first response is a promise of one; whether only the caller sees it is decided then.
 */
export async function reply(interaction: ChatInputCommandInteraction, { commands, answer, log }: Answering) {
  const command = interaction.commandName;
  const isPublic = commands.find(({ name }) => name === command)?.audience === 'chat';
  try {
    await interaction.deferReply(isPublic ? {} : { flags: MessageFlags.Ephemeral });
  } catch (error) {
    log.warn({ command, reason: told(error) }, 'a command stays unanswered: Discord took no first response');
    return;
  }
  const message = await answer(asCall(interaction)).catch((error: unknown) => {
    log.error({ command, error }, 'a command failed');
    return sentence(`/${command} failed on my side. The log of the bot says why; please try again later.`);
  });
  try {
    const { embeds } = render(message);
    await interaction.editReply({ embeds: embeds ?? [], allowedMentions: { parse: [] } });
  } catch (error) {
    log.warn({ command, reason: told(error) }, 'a command stays unanswered: Discord took no answer');
  }
}

/** A thread is a channel of its own on Discord, so its id alone says where. */
const asCall = (interaction: ChatInputCommandInteraction): Call => ({
  command: interaction.commandName,
  options: optionValues(interaction),
  from: { platform: 'discord', chat: interaction.channelId },
  person: interaction.user.id,
  isAdmin: async () => isAdmin(interaction),
});

/** In a direct message there is nobody else to ask. */
const isAdmin = ({ guildId, memberPermissions }: ChatInputCommandInteraction): boolean =>
  guildId === null || (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false);

const optionValues = ({ options }: ChatInputCommandInteraction): OptionValues =>
  Object.fromEntries(
    options.data.flatMap(({ name, value }) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  );

/** The address in discord.js's error carries the interaction's token, so only its sentence is logged. */
const told = (error: unknown): string =>
  error instanceof DiscordAPIError
    ? `${error.message} (code ${error.code})`
    : error instanceof Error
      ? error.message
      : String(error);
