import { ChannelType, type Guild, type REST } from 'discord.js';
import type { FrontDesk } from '../platform.ts';
import { send } from './send.ts';

const mostTried = 5;

/** Says hello in a server that the bot was just invited to: in its system channel, else where it may write first. */
export async function greet(guild: Guild, desk: FrontDesk, rest: REST): Promise<void> {
  const channels = guild.channels.cache
    .filter(({ type }) => type === ChannelType.GuildText)
    .map(({ id }) => id)
    .toSorted((a, b) => Number(b === guild.systemChannelId) - Number(a === guild.systemChannelId));
  const [first] = channels;
  if (first === undefined) return;
  const hello = await desk.greet(
    `discord/${guild.id}`,
    { platform: 'discord', chat: first },
    guild.preferredLocale,
  );
  if (!hello) return;
  for (const chat of channels.slice(0, mostTried)) {
    // The key makes a second delivery of the same invitation harmless.
    const outcome = await send(rest, { platform: 'discord', chat }, hello, `hello${guild.id}`);
    if (outcome.is === 'sent') return;
  }
}
