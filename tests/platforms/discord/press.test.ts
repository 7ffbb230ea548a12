import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { start } from '../../../commands/start.ts';
import { createLog } from '../../../src/log.ts';
import { discord } from '../../../src/platforms/discord/discord.ts';
import type { Listener } from '../../../src/platforms/platform.ts';
import { aDesk } from '../../desk.ts';
import { type FakeDiscord, fakeDiscord } from '../../fakes/discord/fakeDiscord.ts';
import { emptyGuild } from '../../fakes/discord/gateway.ts';
import { pressing } from '../pressing.ts';

let server: FakeDiscord;
let listener: Listener;
let close: () => Promise<void>;

beforeEach(async () => {
  server = await fakeDiscord();
  const log = createLog('silent');
  const platform = discord({ token: server.token, apiUrl: server.apiUrl, log });
  listener = await platform.listen(await aDesk([...pressing, start]));
  close = () => platform.close();
});
afterEach(async () => {
  await listener.close();
  await close();
  await server.close();
});

const said = (reply: { readonly embeds: readonly { readonly description?: string }[] }) =>
  reply.embeds[0]?.description;
const labels = (reply: { readonly components: readonly { readonly components: readonly object[] }[] }) =>
  reply.components.map((row) => row.components.map((one) => ('label' in one ? one.label : 'menu')));

it('shows buttons, menus and links, and drops a link that leads astray', async () => {
  const book = await server.interact({ name: 'book' });
  expect(labels(book)).toEqual([['Next', 'Whisper', 'Burn', 'Library'], ['menu'], ['Rename', 'Copy']]);
});

it('turns the page in place', async () => {
  const book = await server.interact({ name: 'book' });
  const next = await server.press({ on: book, label: 'Next' });
  expect([said(next), next.edited, next.id]).toEqual(['Page 2', true, book.id]);
  expect(said(await server.press({ on: next, label: 'Next' }))).toBe('Page 3');
  expect(said(await server.press({ on: next, label: 'Page 20' }))).toBe('Page 20');
});

it('whispers to the presser alone', async () => {
  const book = await server.interact({ name: 'book' });
  expect(await server.press({ on: book, label: 'Whisper' })).toMatchObject({
    ephemeral: true,
    edited: false,
  });
});

it.each([
  ['refuses a member in private', PermissionFlagsBits.SendMessages, /is for administrators/u, true],
  ['obeys who may', PermissionFlagsBits.ManageGuild, /^Burnt$/u, false],
])('%s', async (_name, memberPermissions, expected, ephemeral) => {
  const book = await server.interact({ name: 'book' });
  const reply = await server.press({ on: book, label: 'Burn', memberPermissions });
  expect(said(reply)).toMatch(expected);
  expect(reply).toMatchObject({ ephemeral, edited: false });
});

it('opens a form for words', async () => {
  const book = await server.interact({ name: 'book' });
  expect(said(await server.press({ on: book, label: 'Rename', words: 'Dune' }))).toBe(
    'Book 7 is called Dune',
  );
  const asked = await server.interact({ name: 'ask' });
  const named = await server.press({ on: asked, label: 'What is it called?', words: 'Emma' });
  expect(said(named)).toBe('Book 8 is called Emma');
});

it('opens no form for who may not fill it', async () => {
  const cover = await server.interact({ name: 'cover' });
  const press = { on: cover, label: 'Rebind', words: 'red' };
  const refused = await server.press({ ...press, memberPermissions: PermissionFlagsBits.SendMessages });
  expect(said(refused)).toMatch(/is for administrators/u);
  expect(refused).toMatchObject({ ephemeral: true, edited: false });
  const bound = await server.press({ ...press, memberPermissions: PermissionFlagsBits.ManageGuild });
  expect(said(bound)).toBe('Bound in red');
});

it('hands out files', async () => {
  const book = await server.interact({ name: 'book' });
  const copy = await server.press({ on: book, label: 'Copy' });
  expect(copy.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['book.txt', 'Once upon a time'],
  ]);
});

it('says that a button is too old when nobody knows it any more', async () => {
  const book = await server.interact({ name: 'book' });
  const forgotten = { type: 2, style: 2, label: 'Old', custom_id: '.forgotten' };
  const old = {
    ...book,
    components: [
      { type: 1 as const, components: [forgotten, { ...forgotten, label: 'Form', custom_id: '?x' }] },
    ],
  };
  for (const label of ['Old', 'Form']) {
    const reply = await server.press({ on: old, label, locale: 'de', words: 'x' });
    expect(said(reply)).toMatch(/^Dieser Knopf ist zu alt/u);
    expect(reply.ephemeral).toBe(true);
  }
});

it('knows subcommands, and suggests what fits Discord', async () => {
  expect(said(await server.interact({ name: 'shelf add', options: { title: 'Emma' } }))).toBe(
    'Added Emma (shelf add)',
  );
  const half = { name: 'shelf add', options: { title: 'A Wrinkle' }, typing: 'title' };
  expect(await server.suggest(half)).toEqual(['A Wrinkle of Time']);
});

it('greets a server that invites it, once, with three buttons', async () => {
  const guild = {
    ...emptyGuild,
    id: '112233445566778899',
    name: 'Newcomers',
    owner_id: '1',
    preferred_locale: 'fr',
    system_channel_id: null,
    channels: [
      { id: server.channels.text, type: 0, name: 'general', position: 0, permission_overwrites: [] },
    ],
  };
  const heard = () => server.messages(server.channels.text);
  server.gateway.dispatch('GUILD_CREATE', guild);
  await vi.waitFor(() => expect(heard()).toHaveLength(1));
  server.gateway.dispatch('GUILD_DELETE', { id: guild.id });
  server.gateway.dispatch('GUILD_CREATE', guild);
  expect(heard()[0]?.embeds[0]?.description).toMatch(/^Bonjour/u);
  expect(labels(heard()[0] ?? { components: [] })).toEqual([
    ['S’abonner ici', 'Choisir des packs', 'Voir les derniers'],
  ]);
  await server.interact({ name: 'book' });
  expect(heard()).toHaveLength(1);
});
