import { expect, it } from 'vitest';
import type { Command } from '../src/command.ts';
import type { FrontDesk } from '../src/platforms/platform.ts';
import { by, text } from './commands/chat.ts';
import { aDesk } from './desk.ts';

const plain = { description: '', options: [], access: 'everyone', audience: 'chat' } as const;
const broken: Command = { ...plain, name: 'help', run: () => Promise.reject(new Error('no disk')) };
const locked: Command = { ...broken, name: 'lock', access: 'admins' };
const french = { locale: 'fr', isAdmin: async () => false };

const inGerman = { newsroom: { settings: async () => ({ language: 'de' }) } };

it.each<[what: string, ask: (desk: FrontDesk) => ReturnType<FrontDesk['refusal']>, said: RegExp]>([
  ['a button that is too old', (desk) => desk.expired(by(french)), /^Dieser Knopf ist zu alt/u],
  ['a command that fails', (desk) => desk.answer(by(french)), /^\/help ist bei mir fehlgeschlagen/u],
  ['a refusal', (desk) => desk.refusal(by({ ...french, command: 'lock' })), /ist für Administratoren/u],
])('%s is told in the language of the chat, not of the person', async (_what, ask, said) => {
  const desk = await aDesk([broken, locked], inGerman);
  const message = await ask(desk);
  expect(message && text(message)).toMatch(said);
  expect(message?.shown).toBe('aside');
});

it('is told in the language of the person when the chat’s cannot be looked up', async () => {
  const newsroom = { settings: () => Promise.reject(new Error('no disk')) };
  const desk = await aDesk([broken], { newsroom });
  expect(text(await desk.answer(by(french)))).toMatch(/^\/help a échoué de mon côté/u);
});

it('asks for more only who may, and nobody too often', async () => {
  const desk = await aDesk([broken, locked], { perMinute: 3 });
  const said = async (changes: Parameters<typeof by>[0]) => {
    const refusal = await desk.refusal(by(changes));
    return refusal && text(refusal);
  };
  expect(await said({})).toBeUndefined();
  expect(await said({ command: 'lock' })).toBeUndefined();
  expect(await said({ command: 'lock', isAdmin: async () => false })).toMatch(/is for administrators/u);
  expect(await said({})).toMatch(/^That was fast/u);
  expect(await said({ person: '2' })).toBeUndefined();
});
