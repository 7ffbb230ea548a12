import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command, Option } from '../../src/command.ts';

describe('every command', () => {
  it.each(
    commands
      .flatMap((command) => [command, ...(command.subcommands ?? [])])
      .map((command) => [command.name, command] as const),
  )('%s fits both platforms', (name, command) => {
    expect(name).toMatch(/^[a-z0-9_]{1,32}$/u);
    expect(command.description.length).toBeLessThanOrEqual(100);
    for (const option of command.options) {
      expect(option.name).toMatch(/^[a-z0-9_]{1,32}$/u);
      expect(option.description.length).toBeLessThanOrEqual(100);
    }
  });
});

const usage = ({ name, required }: Option): string => (required ? name : `[${name}]`);

/** A command as a section of docs/commands.md. */
function section(command: Command, path = command.name, level = '##'): string {
  const { description, options, access, subcommands = [] } = command;
  const who = access === 'admins' ? ' *(administrators)*' : '';
  const call = ['/' + path, ...(subcommands.length > 0 ? [] : options.map(usage))].join(' ');
  const rows = options.map((option) => {
    const choices =
      option.type === 'choice' ? ` (${option.choices.map((one) => `\`${one}\``).join(', ')})` : '';
    return `| \`${option.name}\` | ${option.description.replaceAll('|', '\\|')}${choices} |`;
  });
  return [
    `${level} \`${call}\``,
    `${description}.${who}`,
    ...(rows.length > 0 && subcommands.length === 0
      ? [['| option | |', '|---|---|', ...rows].join('\n')]
      : []),
    ...subcommands.map((one) => section(one, `${path} ${one.name}`, '###')),
  ].join('\n\n');
}

it('docs/commands.md says what the commands say of themselves', async () => {
  const intro = [
    '# Commands',
    'Made from the commands themselves by `npx vitest run tests/commands -u`; a test keeps it true.',
    'On Discord they are slash commands with options. On Telegram and in the terminal options are written behind the command, by name where it matters: `/subscribe companies: Xiaomi, Leica when: every weekday 9:00`. Administrators are people with *Manage Server* on Discord and chat administrators on Telegram.',
  ];
  const sections = commands.filter(({ hidden }) => !hidden).map((one) => section(one));
  await expect(`${[...intro, ...sections].join('\n\n')}\n`).toMatchFileSnapshot('../../docs/commands.md');
});
