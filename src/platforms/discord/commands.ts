import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Command, Option } from '../../command.ts';

export type SlashCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** A command as Discord registers it; servers may open or close it to others than `access` says. */
export const slashCommand = ({ name, description, options, access }: Command): SlashCommand => ({
  type: ApplicationCommandType.ChatInput,
  name,
  description,
  // Discord wants the required ones first.
  options: options
    .toSorted((a, b) => Number(b.required ?? false) - Number(a.required ?? false))
    .map(slashOption),
  default_member_permissions: access === 'admins' ? String(PermissionFlagsBits.ManageGuild) : null,
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
});

function slashOption(option: Option): APIApplicationCommandBasicOption {
  const { name, description, required = false } = option;
  const shared = { name, description, required };
  switch (option.type) {
    case 'text':
      return { ...shared, type: ApplicationCommandOptionType.String };
    case 'integer':
      return {
        ...shared,
        type: ApplicationCommandOptionType.Integer,
        min_value: option.min,
        max_value: option.max,
      };
    case 'choice':
      return {
        ...shared,
        type: ApplicationCommandOptionType.String,
        choices: option.choices.map((choice) => ({ name: choice, value: choice })),
      };
  }
}

export interface Change {
  readonly name: string;
  readonly is: 'added' | 'changed' | 'removed';
}

/** What must change for Discord to show `wanted`; Discord's own defaults are no difference. */
export function difference(
  wanted: readonly SlashCommand[],
  known: readonly (SlashCommand | APIApplicationCommand)[],
): readonly Change[] {
  const before = new Map(known.map((command) => [command.name, comparable(command)]));
  const after = new Map(wanted.map((command) => [command.name, comparable(command)]));
  const changes: Change[] = [];
  for (const [name, command] of after) {
    const earlier = before.get(name);
    if (!earlier) changes.push({ name, is: 'added' });
    else if (!isDeepStrictEqual(earlier, command)) changes.push({ name, is: 'changed' });
  }
  for (const name of before.keys()) if (!after.has(name)) changes.push({ name, is: 'removed' });
  return changes;
}

/** Registers all commands for all servers, if any differs; a list in one request counts as one write. */
export async function register(
  rest: REST,
  application: string,
  commands: readonly Command[],
): Promise<readonly Change[]> {
  const route = Routes.applicationCommands(application);
  const known = (await rest.get(route)) as readonly APIApplicationCommand[];
  const wanted = commands.map(slashCommand);
  const changes = difference(wanted, known);
  if (changes.length > 0) await rest.put(route, { body: wanted });
  return changes;
}

type Loose = Readonly<Record<string, unknown>>;

/** Only what we set ourselves, with Discord's defaults filled in: it answers with ids, versions and nulls besides. */
function comparable(command: SlashCommand | APIApplicationCommand): Loose {
  const { name, description, type, options, default_member_permissions: rights } = command;
  return {
    name,
    description,
    type: type ?? ApplicationCommandType.ChatInput,
    options: (options ?? []).map((option) => comparableOption(option as unknown as Loose)),
    rights: rights ?? null,
    contexts: ascending(command.contexts),
    integrations: ascending(command.integration_types),
  };
}

const ascending = (numbers: readonly number[] | null | undefined): readonly number[] =>
  (numbers ?? []).toSorted((a, b) => a - b);

const comparableOption = (option: Loose): Loose => ({
  type: option['type'],
  name: option['name'],
  description: option['description'],
  required: option['required'] ?? false,
  min: option['min_value'] ?? null,
  max: option['max_value'] ?? null,
  choices: ((option['choices'] ?? []) as readonly Loose[]).map(({ name, value }) => [name, value]),
});
