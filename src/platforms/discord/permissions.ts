import { type APIChannel, type APIGuild, OverwriteType, PermissionFlagsBits } from 'discord.js';
import type { Key } from '../../words/words.ts';
import type { Sentence } from '../../words/sentence.ts';

/** What posting takes, by the names that Discord's settings show. */
const needed: readonly (readonly [name: Key, bit: bigint])[] = [
  ['discord.viewChannels', PermissionFlagsBits.ViewChannel],
  ['discord.sendMessages', PermissionFlagsBits.SendMessages],
  ['discord.embedLinks', PermissionFlagsBits.EmbedLinks],
  ['discord.attachFiles', PermissionFlagsBits.AttachFiles],
  ['discord.sendInThreads', PermissionFlagsBits.SendMessagesInThreads],
];

const everything = needed.reduce((bits, [, bit]) => bits | bit, 0n);

/** The page on which an administrator adds the bot to a server, with exactly the permissions that posting takes. */
export const inviteLink = (application: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${everything}`;

export interface Membership {
  readonly guild: Pick<APIGuild, 'id' | 'owner_id' | 'roles'>;
  readonly user: string;
  readonly roles: readonly string[];
}

/** Names of the permissions that the bot lacks in a channel; for a thread, `channel` is its parent. */
export function missing(membership: Membership, channel: APIChannel, isThread: boolean): readonly Sentence[] {
  const held = permissions(membership, channel);
  const idle = isThread ? PermissionFlagsBits.SendMessages : PermissionFlagsBits.SendMessagesInThreads;
  return needed.filter(([, bit]) => bit !== idle && (held & bit) === 0n).map(([say]) => ({ say }));
}

/** The order of https://docs.discord.com/developers/topics/permissions#permission-overwrites */
function permissions({ guild, user, roles }: Membership, channel: APIChannel): bigint {
  const mine = new Set([guild.id, ...roles]);
  let bits = guild.roles
    .filter(({ id }) => mine.has(id))
    .reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  if (guild.owner_id === user || (bits & PermissionFlagsBits.Administrator) !== 0n) return everything;
  const overwrites = ('permission_overwrites' in channel ? channel.permission_overwrites : undefined) ?? [];
  const steps = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id, type }) => type === OverwriteType.Role && id !== guild.id && mine.has(id)),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === user),
  ];
  for (const step of steps) {
    for (const { deny } of step) bits &= ~BigInt(deny);
    for (const { allow } of step) bits |= BigInt(allow);
  }
  return bits;
}
