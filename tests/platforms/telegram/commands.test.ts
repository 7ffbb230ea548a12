import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/command.ts';
import { sentence } from '../../../src/message.ts';
import { isSameMenu, menus } from '../../../src/platforms/telegram/commands.ts';

const command = (name: string, access: Command['access']): Command => ({
  name,
  description: `About ${name}`,
  options: [],
  access,
  audience: 'chat',
  run: async () => sentence('Done'),
});

describe('the menus', () => {
  it('show readers what is for everyone, administrators and private chats everything, in the given order', () => {
    const shown = menus([
      command('latest', 'everyone'),
      command('subscribe', 'admins'),
      command('help', 'everyone'),
    ]);
    const inEnglish = shown.filter(({ language }) => language === undefined);
    expect(inEnglish.map(({ scope, commands }) => [scope.type, commands.map((one) => one.command)])).toEqual([
      ['default', ['latest', 'help']],
      ['all_private_chats', ['latest', 'subscribe', 'help']],
      ['all_chat_administrators', ['latest', 'subscribe', 'help']],
    ]);
  });

  it('speak the languages in which something is described', () => {
    const shown = menus([command('latest', 'everyone'), command('undescribed', 'everyone')]);
    expect(shown.find(({ language }) => language === 'de')?.commands).toEqual([
      { command: 'latest', description: 'Die neuesten Partnerschaften, auf Wunsch die einer Firma' },
      { command: 'undescribed', description: 'About undescribed' },
    ]);
    expect(menus([command('undescribed', 'everyone')])).toHaveLength(3);
  });

  it('leave out what only buttons reach', () => {
    expect(menus([{ ...command('start', 'everyone'), hidden: true }])[0]?.commands).toEqual([]);
  });
});

const a = { command: 'a', description: 'First' };
const b = { command: 'b', description: 'Second' };

describe('two menus', () => {
  it.each([
    ['are the same when empty', [], [], true],
    ['are the same when equal', [a, b], [{ ...a }, { ...b }], true],
    ['differ in order', [a, b], [b, a], false],
    ['differ in length', [a], [a, b], false],
    ['differ in a name', [a], [{ ...a, command: 'c' }], false],
    ['differ in a description', [a], [{ ...a, description: 'Other' }], false],
  ])('%s', (_name, one, other, same) => {
    expect(isSameMenu(one, other)).toBe(same);
    expect(isSameMenu(other, one)).toBe(same);
  });
});
