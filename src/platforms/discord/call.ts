import {
  type BaseInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  type AutocompleteInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Call, OptionValues } from '../../command.ts';
import type { Place, PlaceKind } from '../../place.ts';

/** A call from an interaction. A thread is a channel of its own on Discord, so its id alone says where. */
export const asCall = (
  interaction: BaseInteraction,
  asked: Pick<Call, 'command' | 'options'> & Partial<Pick<Call, 'pressed' | 'progress' | 'file'>>,
): Call => ({
  ...asked,
  from: { platform: 'discord', chat: interaction.channelId ?? '' },
  person: interaction.user.id,
  locale: interaction.locale,
  ...(interaction.guildId === null ? {} : { server: interaction.guildId }),
  ...placeKindOf(interaction.channel?.type),
  isAdmin: async () => isAdmin(interaction),
  place: async (named) => place(interaction, named),
});

/** In a direct message there is nobody else to ask. */
const isAdmin = ({ guildId, memberPermissions }: BaseInteraction): boolean =>
  guildId === null || (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false);

const placeKinds: Readonly<Partial<Record<ChannelType, PlaceKind>>> = {
  [ChannelType.GuildText]: 'chat',
  [ChannelType.GuildForum]: 'forum',
  [ChannelType.GuildAnnouncement]: 'announcements',
  [ChannelType.AnnouncementThread]: 'thread',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.PrivateThread]: 'thread',
};

function placeKindOf(type: ChannelType | undefined): Pick<Call, 'placeKind'> {
  const placeKind = type === undefined ? undefined : placeKinds[type];
  return placeKind === undefined ? {} : { placeKind };
}

/** Only channels of the server in which it was asked: Manage Server says nothing about another one. */
function place(interaction: BaseInteraction, named: string): Place | undefined {
  const channels = interaction.guild?.channels.cache;
  const [, id, name] = /^(?:<#)?(\d{15,20})>?$|^#?(.+)$/u.exec(named.trim()) ?? [];
  const channel = id === undefined ? channels?.find((one) => one.name === name) : channels?.get(id);
  const kind = channel && placeKinds[channel.type];
  if (!channel || !kind) return undefined;
  return {
    to: { platform: 'discord', chat: channel.id },
    title: `#${channel.name}`,
    kind,
    isAdmin: isAdmin(interaction),
  };
}

/** The command with its subcommand, as `find` takes it. */
export const pathOf = (interaction: ChatInputCommandInteraction | AutocompleteInteraction): string => {
  const sub = interaction.options.getSubcommand(false);
  return sub === null ? interaction.commandName : `${interaction.commandName} ${sub}`;
};

export function optionValues(given: ChatInputCommandInteraction['options']['data']): OptionValues {
  const values: [string, string | number][] = [];
  for (const { name, value, options, role, user } of given) {
    for (const entry of Object.entries(options ? optionValues(options) : {})) values.push(entry);
    if (role) values.push([name, `role:${role.id}`]);
    else if (user) values.push([name, `user:${user.id}`]);
    else if (typeof value === 'string' || typeof value === 'number') values.push([name, value]);
  }
  return Object.fromEntries(values);
}
