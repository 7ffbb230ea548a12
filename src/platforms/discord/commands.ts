import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Command, Option } from '../../command.ts';
import { choiceIn } from '../../words/choiceIn.ts';
import { descriptionIn } from '../../words/describe.ts';
import type { Spoken } from '../../words/words.ts';

export type SlashCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** A command as Discord registers it; servers may open or close it to others than `access` says. */
export const slashCommand = (command: Command): SlashCommand => ({
  type: ApplicationCommandType.ChatInput,
  ...described(command, command.name),
  options:
    command.subcommands?.map((one) => subcommand(one, command.name)) ?? slashOptions(command, command.name),
  default_member_permissions: isForAdmins(command) ? String(PermissionFlagsBits.ManageGuild) : null,
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
});

/** Rights belong to whole commands on Discord: one subcommand for everyone opens all, and we ask again ourselves. */
const isForAdmins = ({ access, subcommands }: Command): boolean =>
  (subcommands ?? [{ access }]).every((one) => one.access === 'admins');

const subcommand = (command: Command, parent: string): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  ...described(command, `${parent}.${command.name}`),
  options: slashOptions(command, `${parent}.${command.name}`),
});

const slashOptions = ({ options }: Command, path: string): APIApplicationCommandBasicOption[] =>
  options
    // Discord wants the required ones first.
    .toSorted((a, b) => Number(b.required ?? false) - Number(a.required ?? false))
    .map((option) => slashOption(option, `${path}.${option.name}`));

/** Discord's names of the languages of the interface that it knows (reference#locales). */
const locales: Readonly<Record<string, readonly Locale[]>> = {
  de: [Locale.German],
  es: [Locale.SpanishES, Locale.SpanishLATAM],
  fr: [Locale.French],
  zh: [Locale.ChineseCN],
  ja: [Locale.Japanese],
};

/** A text in all languages that have one. */
function localized(
  text: (language: Spoken) => string | undefined,
): Readonly<Record<string, string>> | undefined {
  const all = Object.entries(locales).flatMap(([language, tags]) => {
    const said = text(language as Spoken);
    return said === undefined ? [] : tags.map((tag) => [tag, said] as const);
  });
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

function described({ name, description }: Pick<Option, 'name' | 'description'>, path: string) {
  const translated = localized((language) => descriptionIn(language, path));
  return { name, description, ...(translated && { description_localizations: translated }) };
}

function slashChoice(option: string, choice: string): APIApplicationCommandOptionChoice<string> {
  const translated = localized((language) => choiceIn(language, option, choice));
  return {
    name: choiceIn('en', option, choice) ?? choice,
    value: choice,
    ...(translated && { name_localizations: translated }),
  };
}

function slashOption(option: Option, path: string): APIApplicationCommandBasicOption {
  const shared = { ...described(option, path), required: option.required ?? false };
  switch (option.type) {
    case 'text':
      return option.suggest
        ? { ...shared, type: ApplicationCommandOptionType.String, autocomplete: true }
        : { ...shared, type: ApplicationCommandOptionType.String };
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
        choices: option.choices.map((choice) => slashChoice(option.name, choice)),
      };
    case 'place':
      return { ...shared, type: ApplicationCommandOptionType.Channel, channel_types: [...postable] };
    case 'mention':
      return { ...shared, type: ApplicationCommandOptionType.Mentionable };
    case 'file':
      return { ...shared, type: ApplicationCommandOptionType.Attachment };
  }
}

const postable = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;

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
  const wanted = commands.filter(({ hidden }) => !hidden).map(slashCommand);
  const changes = difference(wanted, known);
  if (changes.length > 0) await rest.put(route, { body: wanted });
  return changes;
}

type Loose = Readonly<Record<string, unknown>>;

/** Only what we set ourselves, with Discord's defaults filled in: it answers with ids, versions and nulls besides. */
function comparable(command: SlashCommand | APIApplicationCommand): Loose {
  const { name, description, type, options, default_member_permissions: rights } = command;
  const { description_localizations: translations } = command;
  return {
    name,
    description,
    translations: translations ?? {},
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
  translations: option['description_localizations'] ?? {},
  autocomplete: option['autocomplete'] ?? false,
  channels: ascending(option['channel_types'] as readonly number[] | undefined),
  options: ((option['options'] ?? []) as readonly Loose[]).map(comparableOption),
  required: option['required'] ?? false,
  min: option['min_value'] ?? null,
  max: option['max_value'] ?? null,
  choices: ((option['choices'] ?? []) as readonly Loose[]).map((choice) => [
    choice['name'],
    choice['value'],
    choice['name_localizations'] ?? {},
  ]),
});
