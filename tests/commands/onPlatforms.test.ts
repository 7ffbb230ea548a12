import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/command.ts';
import { createLog } from '../../src/log.ts';
import { discord } from '../../src/platforms/discord/discord.ts';
import { telegram } from '../../src/platforms/telegram/telegram.ts';
import type { Listener, Platform } from '../../src/platforms/platform.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/fakeDiscord.ts';
import { type FakeTelegram, fakeTelegram } from '../fakes/telegram/fakeTelegram.ts';
import { aChat, type Chat } from './chat.ts';

const group = -100_1234;
const [member, admin] = [11, 12];
const log = createLog('silent');

let chat: Chat;
let servers: { readonly discord: FakeDiscord; readonly telegram: FakeTelegram };
let open: readonly (Platform | Listener)[];

beforeEach(async () => {
  chat = await aChat({ limits: { subscriptions: 10, subscriptionsPerServer: 20, feeds: 10 } });
  servers = { discord: await fakeDiscord(), telegram: await fakeTelegram() };
  servers.telegram.addChat(group);
  servers.telegram.setAdmin(group, admin);
  const platforms = [
    discord({ token: servers.discord.token, apiUrl: servers.discord.apiUrl, log }),
    telegram({ token: servers.telegram.token, apiUrl: servers.telegram.apiUrl, log }),
  ];
  open = [...platforms, ...(await Promise.all(platforms.map((platform) => platform.listen(chat.desk))))];
});

// Closing a fake throws when the bot broke one of its platform's rules.
afterEach(async () => {
  for (const one of open.toReversed()) await one.close();
  await Promise.all([servers.discord.close(), servers.telegram.close()]);
});

const every: readonly (readonly [path: string, command: Command])[] = commands
  .filter(({ hidden }) => !hidden)
  .flatMap(
    (command) =>
      command.subcommands?.map((one) => [`${command.name} ${one.name}`, one] as const) ?? [
        [command.name, command] as const,
      ],
  );
const required = ({ options }: Command): Record<string, string> =>
  Object.fromEntries(options.filter((option) => option.required).map(({ name }) => [name, 'Lumora']));
const refusal = /is for administrators/u;

describe('on Discord, every command', () => {
  const who = [
    ['a member', PermissionFlagsBits.SendMessages],
    ['an administrator', PermissionFlagsBits.ManageGuild],
  ] as const;

  it.each(who)('serves %s as far as they may', async (name, memberPermissions) => {
    for (const [path, command] of every) {
      const reply = await servers.discord.interact({
        name: path,
        options: required(command),
        memberPermissions,
      });
      const isRefused = command.access === 'admins' && name === 'a member';
      expect([path, refusal.test(reply.embeds[0]?.description ?? '')]).toEqual([path, isRefused]);
      // Who is refused is told so in private, also where others could see the answer.
      const isPrivate = isRefused || command.audience === 'caller';
      expect([path, reply.ephemeral || !isPrivate]).toEqual([path, true]);
    }
  });

  it('suggests companies, kinds and packs while they are typed', async () => {
    const half = (typed: string, typing: string, name = 'subscribe') =>
      servers.discord.suggest({ name, options: { [typing]: typed }, typing });
    expect(await half('lum', 'company', 'latest')).toEqual(['Lumora']);
    expect(await half('product, sup', 'kinds')).toEqual(['product, supply']);
    expect(await half('tech-j', 'packs')).toEqual(['tech-ja']);
    expect((await half('europe/', 'timezone')).length).toBe(25);
  });
});

describe('on Telegram, every command', () => {
  it.each([
    ['a member of a group', group, member],
    ['an administrator of a group', group, admin],
    ['a stranger in private', 77, 77],
  ])('serves %s as far as they may', async (_name, at, from) => {
    for (const [path, command] of every) {
      const text = ['/' + path, ...Object.values(required(command))].join(' ');
      const [reply] = await servers.telegram.say({ chat: at, from, text });
      const isRefused = command.access === 'admins' && at === group && from === member;
      expect([path, refusal.test(reply?.text ?? 'no answer')]).toEqual([path, isRefused]);
    }
  });
});

describe('a newcomer', () => {
  /** Adds the bot to the group and presses the first button of its greeting. */
  const addAndSubscribe = async (from: number) => {
    servers.telegram.join(group, from);
    await vi.waitFor(() => expect(servers.telegram.messages(group)).toHaveLength(1));
    const [hello] = servers.telegram.messages(group);
    return servers.telegram.press({ chat: group, on: hello ?? { id: 0 }, label: 'Subscribe here', from });
  };

  it('has news in the group with one press after adding the bot', async () => {
    const pressed = await addAndSubscribe(admin);
    expect(pressed.sent[0]?.text).toMatch(/^From now on I post every new partnership here/u);
    expect(await chat.newsroom.subscriptions()).toMatchObject([
      { to: { platform: 'telegram', chat: String(group) }, companies: [] },
    ]);
  });

  it('without the right to decide is told in private, and nothing begins', async () => {
    const pressed = await addAndSubscribe(member);
    expect(pressed).toMatchObject({ toast: expect.stringMatching(refusal), sent: [] });
    expect(await chat.newsroom.subscriptions()).toEqual([]);
  });

  it('can configure a channel from a private chat once they prove to be its administrator', async () => {
    const channel = -100_5678;
    servers.telegram.addChat(channel, 'channel');
    servers.telegram.name(channel, '@tech_news');
    const inPrivate = { chat: 12, from: admin };
    const ask = async () =>
      (await servers.telegram.say({ ...inPrivate, text: '/subscribe to: @tech_news' }))[0]?.text;
    expect(await ask()).toMatch(/^Only administrators of Chat/u);
    servers.telegram.setAdmin(channel, admin);
    expect(await ask()).toMatch(/every new partnership in Chat -1005678/u);
    expect(await chat.newsroom.subscriptions()).toMatchObject([
      { to: { platform: 'telegram', chat: String(channel) }, by: '12' },
    ]);
  });
});
