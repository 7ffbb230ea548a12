import type { FakeDiscord } from './fakes/discord/fakeDiscord.ts';
import type { FakeTelegram } from './fakes/telegram/fakeTelegram.ts';

/** The texts of what was posted in a channel and in a group, without the answers to commands. */
export const posts = (
  { discord, telegram }: { readonly discord: FakeDiscord; readonly telegram: FakeTelegram },
  group: number,
) => ({
  // Posts carry a nonce on Discord; on Telegram an answer is a reply.
  discord: discord
    .messages(discord.channels.text)
    .filter(({ nonce }) => nonce !== undefined)
    .map(({ embeds }) => JSON.stringify(embeds)),
  telegram: telegram
    .messages(group)
    .filter(({ replyTo }) => replyTo === undefined)
    .map(({ text }) => text),
});
