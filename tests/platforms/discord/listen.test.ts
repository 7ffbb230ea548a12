import { setTimeout as sleep } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../../src/command.ts';
import { sentence, span } from '../../../src/message.ts';
import { createLog } from '../../../src/log.ts';
import { discord } from '../../../src/platforms/discord/discord.ts';
import type { FrontDesk, Listener, Platform } from '../../../src/platforms/platform.ts';
import { aDesk } from '../../desk.ts';
import { type FakeDiscord, type FakeDiscordOptions, fakeDiscord } from '../../fakes/discord/fakeDiscord.ts';

const echo: Command = {
  name: 'echo',
  description: 'Says what it was given',
  options: [
    { type: 'text', name: 'what', description: 'What to say' },
    { type: 'integer', name: 'times', description: 'How often', min: 1, max: 9 },
  ],
  access: 'everyone',
  audience: 'chat',
  run: async ({ call }) => sentence(JSON.stringify([call.from, call.person, call.options])),
};
const secretly: Command = { ...echo, name: 'secretly', audience: 'caller', access: 'admins', options: [] };
const broken: Command = {
  ...echo,
  name: 'broken',
  options: [],
  run: async () => {
    throw new Error('the disk is full');
  },
};
const flood: Command = {
  ...echo,
  name: 'flood',
  options: [],
  run: async () => ({
    blocks: [{ is: 'list', items: Array.from({ length: 400 }, (_, at) => [span(`Story number ${at}`)]) }],
  }),
};
const commands = [echo, secretly, broken, flood];

let server: FakeDiscord;
let logged: string[];
const log = createLog('info', { write: (line) => void logged.push(line) });
const open: (Platform | Listener)[] = [];

async function started(options: FakeDiscordOptions = {}): Promise<void> {
  server = await fakeDiscord(options);
}

const connect = (token = server.token): Platform => {
  const platform = discord({ token, apiUrl: server.apiUrl, log });
  open.push(platform);
  return platform;
};

async function listening(platform = connect(), desk?: FrontDesk): Promise<Listener> {
  const listener = await platform.listen(desk ?? (await aDesk(commands, { log })));
  open.push(listener);
  return listener;
}

beforeEach(() => {
  logged = [];
});
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
  await server.close();
});

describe('a slash command', () => {
  beforeEach(async () => {
    await started();
    await listening();
  });
  const said = (reply: { readonly embeds: readonly { readonly description?: string }[] }) =>
    reply.embeds[0]?.description;
  const manager = PermissionFlagsBits.ManageGuild;

  it('is answered where it was asked, with what it was given', async () => {
    const { text } = server.channels;
    const userId = server.application;
    const reply = await server.interact({
      name: 'echo',
      options: { what: 'a b', times: 3 },
      userId,
      channelId: text,
    });
    expect(reply).toMatchObject({ ephemeral: false, content: '' });
    expect(said(reply)?.replaceAll('\\', '')).toBe(
      JSON.stringify([{ platform: 'discord', chat: text }, userId, { what: 'a b', times: 3 }]),
    );
  });

  it('in a thread names the thread', async () => {
    const reply = await server.interact({ name: 'echo', channelId: server.channels.thread });
    expect(said(reply)).toContain(server.channels.thread);
  });

  it.each<readonly [string, bigint, boolean]>([
    ['members', PermissionFlagsBits.SendMessages, false],
    ['those who manage the server', manager, true],
    ['administrators', PermissionFlagsBits.Administrator, true],
  ])('for administrators tells %s apart', async (_, memberPermissions, isAdmin) => {
    const reply = await server.interact({ name: 'secretly', memberPermissions });
    expect(said(reply)).toMatch(isAdmin ? /"discord"/u : /is for administrators \(Manage Server/u);
    expect(reply.ephemeral).toBe(true);
  });

  it('for administrators serves everybody in their own direct messages', async () => {
    const reply = await server.interact({ name: 'secretly', channelId: server.channels.direct });
    expect(said(reply)).toContain(server.channels.direct);
  });

  it('that fails says so in private, and the log says why', async () => {
    const reply = await server.interact({ name: 'broken' });
    expect(reply.ephemeral).toBe(true);
    expect(said(reply)).toBe(
      '/broken failed on my side. The log of the bot says why; please try again in a minute.',
    );
    expect(logged.join('')).toContain('the disk is full');
    expect(said(await server.interact({ name: 'echo' }))).toContain('discord');
  });

  it('with a long answer is cut to fit', async () => {
    const reply = await server.interact({ name: 'flood' });
    expect(said(reply)).toMatch(/^- Story number 0\n[\s\S]*\n- Story number \d+$/u);
  });

  it('is registered once, however often we start', async () => {
    await listening();
    expect(server.commands().map(({ name }) => name)).toEqual(['echo', 'secretly', 'broken', 'flood']);
    expect(server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('whose first response Discord refuses is logged in one sentence', async () => {
    server.fail(
      { path: /callback$/u },
      { is: 'error', status: 404, code: 10_062, message: 'Unknown interaction' },
    );
    void server.interact({ name: 'echo' });
    await vi.waitFor(() => expect(logged.join('')).toContain('Discord did not take it'));
    expect(logged.join('')).toContain('Unknown interaction (code 10062)');
  });
});

it('answers that come after the interaction has expired are logged, without its token', async () => {
  await started({ interactionMs: 50 });
  await listening(undefined, {
    ...(await aDesk(commands)),
    async answer() {
      await sleep(100);
      return sentence('too late');
    },
  });
  void server.interact({ name: 'echo' });
  await vi.waitFor(() => expect(logged.join('')).toContain('Discord did not take it'));
  expect(logged.join('')).toContain('Invalid Webhook Token (code 50027)');
  expect(logged.join('')).not.toContain('interaction-token');
});

describe('listening', () => {
  beforeEach(() => started({ heartbeatMs: 500 }));

  it('ends with the mend when the token is wrong', async () => {
    const listener = await listening(connect('MTA1.wrong.token'));
    expect(await listener.ended).toContain('Reset Token, into DISCORD_TOKEN');
    expect(server.gateway.identified()).toBe(0);
    expect(logged.join('')).not.toContain('wrong.token');
  });

  it.each([
    [4004, /Reset Token, into DISCORD_TOKEN/u],
    [4010, /DISCORD_SHARDS=auto/u],
    [4011, /restart it/u],
    [4012, /update Pactwire/u],
    [4013, /update Pactwire/u],
    [4014, /Privileged Gateway Intents/u],
  ])('ends with the mend when the gateway closes with %i at log-in', async (code, mend) => {
    server.gateway.refuseIdentify(code);
    expect(await (await listening()).ended).toMatch(mend);
  });

  it('ends with the mend when the gateway closes with 4014 later', async () => {
    const listener = await listening();
    server.gateway.closeAll(4014);
    expect(await listener.ended).toMatch(/Privileged Gateway Intents/u);
  });

  it.each<readonly [string, () => void]>([
    ['the TCP connection is lost', () => server.gateway.cut()],
    ['Discord asks for it', () => server.gateway.askToReconnect()],
    ['the gateway closes with 4000', () => server.gateway.closeAll(4000)],
  ])('resumes when %s', async (_, interrupt) => {
    await listening();
    interrupt();
    await vi.waitFor(() => expect(server.gateway.resumed()).toBe(1), 5_000);
    expect((await server.interact({ name: 'echo' })).embeds).toHaveLength(1);
    expect(server.gateway.identified()).toBe(1);
  });

  it('gets a command that was used while the connection was down', async () => {
    await listening();
    server.gateway.cut();
    expect((await server.interact({ name: 'echo' })).embeds).toHaveLength(1);
  });

  it('tries again when the first log-in fails', async () => {
    server.fail({ path: /gateway/u }, { is: 'answer', status: 503 }, 4);
    await listening();
    expect(server.gateway.identified()).toBe(1);
    expect(logged.join('')).toContain('cannot log in to Discord, trying again');
  });

  it('goes on when the commands cannot be registered', async () => {
    server.fail({ path: /commands/u }, { is: 'error', status: 403, code: 50_001 });
    await listening();
    expect(logged.join('')).toContain('did not take our list of commands');
  });

  it('stops trying when the platform is closed', async () => {
    server.fail({ path: /gateway/u }, { is: 'answer', status: 503 }, 99);
    const platform = connect();
    const listener = listening(platform);
    await vi.waitFor(() => expect(logged.join('')).toContain('trying again'), 5_000);
    await platform.close();
    await (await listener).close();
  });

  it('keeps no connection that came about while the platform was closed', async () => {
    const platform = connect();
    const listener = listening(platform);
    await vi.waitFor(() => expect(server.gateway.identified()).toBe(1));
    await platform.close();
    await listener;
    await vi.waitFor(() => expect(server.gateway.connected()).toBe(0));
  });

  it('ends the connection when closed', async () => {
    const listener = await listening();
    expect(server.gateway.connected()).toBe(1);
    await listener.close();
    await vi.waitFor(() => expect(server.gateway.connected()).toBe(0));
  });
});
