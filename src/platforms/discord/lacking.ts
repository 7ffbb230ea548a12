import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIUser,
  DiscordAPIError,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { Destination } from '../../model.ts';
import type { Sentence } from '../../words/sentence.ts';
import { failure } from './outcome.ts';
import { type Membership, missing } from './permissions.ts';

/** What decides over the bot's permissions in a server. */
export async function membership(rest: REST, id: string, user: string): Promise<Membership> {
  const guild = (await rest.get(Routes.guild(id))) as APIGuild;
  const { roles } = (await rest.get(Routes.guildMember(id, user))) as APIGuildMember;
  return { guild, user, roles };
}

/** Whether Discord refuses because the bot may not do something there. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.MissingPermissions || error.code === RESTJSONErrorCodes.MissingAccess);

/** Which permissions the bot needs in which channel, as a sentence; nothing when Discord does not let us find out. */
export async function lacking(rest: REST, { chat, topic }: Destination): Promise<Sentence | undefined> {
  try {
    const place = (await rest.get(Routes.channel(topic ?? chat))) as APIChannel;
    if (!('guild_id' in place) || place.guild_id === undefined) return undefined;
    const parent = topic !== undefined && 'parent_id' in place ? place.parent_id : undefined;
    const channel = parent ? ((await rest.get(Routes.channel(parent))) as APIChannel) : place;
    const { id: user } = (await rest.get(Routes.user())) as APIUser;
    const lacks = missing(await membership(rest, place.guild_id, user), channel, channel !== place);
    if (lacks.length === 0) return undefined;
    return { say: 'discord.lacking', permissions: lacks, channel: channel.name ?? channel.id };
  } catch (error) {
    if (failure(error)) return undefined;
    throw error;
  }
}
