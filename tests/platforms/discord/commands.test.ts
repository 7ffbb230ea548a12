import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REST } from 'discord.js';
import { commands } from '../../../commands/index.ts';
import type { Command } from '../../../src/command.ts';
import { sentence } from '../../../src/message.ts';
import {
  difference,
  register,
  type SlashCommand,
  slashCommand,
} from '../../../src/platforms/discord/commands.ts';
import { type Key, words } from '../../../src/words/words.ts';
import { type FakeDiscord, fakeDiscord } from '../../fakes/discord/fakeDiscord.ts';

const follow: Command = {
  name: 'follow',
  description: 'Follow a company',
  options: [
    { type: 'choice', name: 'kind', description: 'Which kind', choices: ['supply', 'gossip'] },
    { type: 'text', name: 'company', description: 'Whom', required: true },
    { type: 'integer', name: 'count', description: 'How many', min: 1, max: 10 },
  ],
  access: 'admins',
  audience: 'caller',
  run: async () => sentence('Done.'),
};

const inAll = (key: Key) => ({
  de: words('de').say(key),
  'es-ES': words('es').say(key),
  'es-419': words('es').say(key),
  fr: words('fr').say(key),
  'zh-CN': words('zh').say(key),
  ja: words('ja').say(key),
});

describe('slashCommand', () => {
  it('asks for Manage Server when a command is for administrators, required options first', () => {
    expect(slashCommand(follow)).toEqual({
      type: 1,
      name: 'follow',
      description: 'Follow a company',
      options: [
        { type: 3, name: 'company', description: 'Whom', required: true },
        {
          type: 3,
          name: 'kind',
          description: 'Which kind',
          required: false,
          choices: [
            { name: 'Supply', value: 'supply', name_localizations: inAll('kind.supply') },
            { name: 'gossip', value: 'gossip' },
          ],
        },
        { type: 4, name: 'count', description: 'How many', required: false, min_value: 1, max_value: 10 },
      ],
      default_member_permissions: '32',
      contexts: [0, 1],
      integration_types: [0],
    });
  });

  it('leaves commands for everyone to everyone', () => {
    expect(slashCommand({ ...follow, access: 'everyone' }).default_member_permissions).toBeNull();
  });
});

describe('difference', () => {
  const one = slashCommand(follow);
  const [company, kind, count] = one.options ?? [];
  const options = (...list: readonly unknown[]) => ({ ...one, options: list }) as SlashCommand;
  const changed = [{ name: 'follow', is: 'changed' }];

  it.each<readonly [string, readonly SlashCommand[], readonly SlashCommand[], readonly object[]]>([
    ['nothing, when all is as it was', [one], [one], []],
    [
      'nothing, when Discord leaves out its defaults',
      [one],
      [options(company, { ...kind, required: undefined }, count)],
      [],
    ],
    ['nothing, when contexts stand in another order', [one], [{ ...one, contexts: [1, 0] }], []],
    [
      'nothing, when commands stand in another order',
      [one, { ...one, name: 'b' }],
      [{ ...one, name: 'b' }, one],
      [],
    ],
    ['a new command', [one], [], [{ name: 'follow', is: 'added' }]],
    ['a command that is no more', [], [one], [{ name: 'follow', is: 'removed' }]],
    [
      'a renamed command',
      [one],
      [{ ...one, name: 'b' }],
      [
        { name: 'follow', is: 'added' },
        { name: 'b', is: 'removed' },
      ],
    ],
    ['another description', [one], [{ ...one, description: 'Other' }], changed],
    ['another right', [one], [{ ...one, default_member_permissions: null }], changed],
    ['another context', [one], [{ ...one, contexts: [0] }], changed],
    ['an option less', [one], [options(company, kind)], changed],
    ['options in another order', [one], [options(company, count, kind)], changed],
    ['an option now required', [one], [options({ ...company, required: false }, kind, count)], changed],
    ['another bound', [one], [options(company, kind, { ...count, max_value: 9 })], changed],
    [
      'another choice',
      [one],
      [options(company, { ...kind, choices: [{ name: 'a', value: 'a' }] }, count)],
      changed,
    ],
  ])('sees %s', (_, wanted, known, changes) => expect(difference(wanted, known)).toEqual(changes));
});

describe('register', () => {
  let server: FakeDiscord;
  let rest: REST;
  beforeAll(async () => {
    server = await fakeDiscord();
    rest = new REST({ api: server.apiUrl }).setToken(server.token);
  });
  afterAll(() => server.close());

  it('writes the list in one request, and not again while it is the same', async () => {
    const shown = commands.filter(({ hidden }) => !hidden);
    const first = await register(rest, server.application, commands);
    expect(first.map(({ name, is }) => [name, is])).toEqual(shown.map(({ name }) => [name, 'added']));
    expect(await register(rest, server.application, commands)).toEqual([]);
    const renamed = commands.map((one, at) => (at === 0 ? { ...one, description: 'Something else' } : one));
    expect(await register(rest, server.application, renamed)).toEqual([
      { name: commands[0]?.name, is: 'changed' },
    ]);
    expect(server.requests.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET', 'GET', 'PUT']);
    expect(server.commands().map(({ name }) => name)).toEqual(shown.map(({ name }) => name));
  });
});
