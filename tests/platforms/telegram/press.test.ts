import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { start } from '../../../commands/start.ts';
import type { Platform } from '../../../src/platforms/platform.ts';
import { aDesk } from '../../desk.ts';
import type { SentMessage } from '../../fakes/telegram/chats.ts';
import { type FakeTelegram, fakeTelegram } from '../../fakes/telegram/fakeTelegram.ts';
import { wording } from '../../fakes/telegram/faults.ts';
import { pressing } from '../pressing.ts';
import { admin, connected, group, reader } from './echoBot.ts';

let server: FakeTelegram;
let platform: Platform;

beforeEach(async () => {
  server = await fakeTelegram();
  server.addChat(group);
  server.setAdmin(group, admin);
  platform = connected(server);
  await platform.listen(await aDesk([...pressing, start]));
});
afterEach(async () => {
  await platform.close();
  await server.close();
});

async function say(
  text: string,
  more: { readonly replyTo?: number; readonly topic?: number } = {},
): Promise<SentMessage> {
  const [message] = await server.say({ chat: group, from: reader, text, ...more });
  if (!message) throw new Error(`${text} was not answered`);
  return message;
}

it('shows buttons and links, a menu as buttons, and drops a link that leads astray', async () => {
  const { markup } = await say('/book');
  expect(markup?.inline_keyboard?.map((row) => row.map(({ text }) => text))).toEqual([
    ['Next', 'Whisper', 'Burn', 'Library'],
    ['Page 10', 'Page 20'],
    ['Rename', 'Copy'],
  ]);
});

it('turns the page in place', async () => {
  const on = await say('/book');
  const first = await server.press({ chat: group, on, label: 'Next' });
  expect(first).toMatchObject({ edited: { text: 'Page 2' }, sent: [] });
  expect((await server.press({ chat: group, on, label: 'Page 20' })).edited?.text).toBe('Page 20');
});

it('says that a button is too old when Telegram does not tell whose it was', async () => {
  const on = await say('/book');
  const pressed = await server.press({ chat: group, on, label: 'Next', untold: true, language: 'de' });
  expect(pressed).toEqual({ toast: expect.stringMatching(/^Dieser Knopf ist zu alt/u), sent: [] });
});

it('whispers to the presser alone', async () => {
  const on = await say('/book');
  expect(await server.press({ chat: group, on, label: 'Whisper' })).toEqual({ toast: 'Psst', sent: [] });
});

it.each([
  [
    'refuses a reader in private',
    reader,
    { toast: expect.stringMatching(/is for administrators/u), sent: [] },
  ],
  ['obeys who may', admin, { sent: [expect.objectContaining({ text: 'Burnt' })] }],
])('%s', async (_name, from, expected) => {
  const on = await say('/book');
  expect(await server.press({ chat: group, on, label: 'Burn', from })).toEqual(expected);
});

it('asks for words, and takes the reply to its question, in the topic where it was asked', async () => {
  const on = await say('/book', { topic: 5 });
  const { sent } = await server.press({ chat: group, on, label: 'Rename' });
  expect(sent).toMatchObject([{ text: 'What is it called?', topic: 5, markup: { force_reply: true } }]);
  expect((await say('Dune', { replyTo: sent[0]?.id ?? 0, topic: 5 })).text).toBe('Book 7 is called Dune');
});

it('asks only who may answer, so that nobody makes the group read questions in vain', async () => {
  const on = await say('/cover');
  expect(await server.press({ chat: group, on, label: 'Rebind', from: reader })).toEqual({
    toast: expect.stringMatching(/is for administrators/u),
    sent: [],
  });
  const { sent } = await server.press({ chat: group, on, label: 'Rebind', from: admin });
  expect(sent).toMatchObject([{ text: 'In which colour?', markup: { force_reply: true } }]);
});

it('asks back after a command, and leaves other replies alone', async () => {
  const question = await say('/ask');
  expect(question.markup).toMatchObject({ force_reply: true });
  expect((await say('Emma', { replyTo: question.id })).text).toBe('Book 8 is called Emma');
  const answer = await say('/whisper');
  expect(await server.say({ chat: group, text: 'indeed', replyTo: answer.id, withinMs: 100 })).toEqual([]);
});

it('hands out files', async () => {
  const { sent } = await server.press({ chat: group, on: await say('/book'), label: 'Copy' });
  expect(sent).toMatchObject([{ text: 'Here it is', file: { as: 'document', name: 'book.txt' } }]);
  expect(Buffer.from(sent[0]?.file?.bytes ?? []).toString()).toBe('Once upon a time');
});

it('knows subcommands', async () => {
  expect((await say('/shelf')).text).toBe('The whole shelf');
  expect((await say('/shelf add Emma')).text).toBe('Added Emma (shelf add)');
  expect((await say('/shelf add')).text).toBe('"title" is missing: Its title.');
});

describe('a press', () => {
  it.each(['.forgotten', 'DROP TABLE', '?'])('that nobody knows is told to be too old: %s', async (data) => {
    const on = await say('/book');
    const { toast } = await server.press({ chat: group, on, label: 'forged', data, language: 'fr' });
    expect(toast).toMatch(/^Ce bouton est trop ancien/u);
  });

  it('stops spinning though the answer cannot be shown', async () => {
    const on = await say('/book');
    server.fail({ method: 'editMessageText' }, wording.noRights);
    server.fail({ method: 'sendMessage' }, wording.noRights);
    expect(await server.press({ chat: group, on, label: 'Next' })).toEqual({ sent: [] });
  });

  it('is answered anew when its message cannot be changed any more', async () => {
    const on = await say('/book');
    server.fail(
      { method: 'editMessageText' },
      { is: 'answer', code: 400, description: "Bad Request: message can't be edited" },
    );
    expect((await server.press({ chat: group, on, label: 'Next' })).sent).toMatchObject([{ text: 'Page 2' }]);
  });
});

it('greets a group that adds it, once, with three buttons; a channel not at all', async () => {
  const newcomers = -100777;
  server.addChat(newcomers);
  server.addChat(-100888, 'channel');
  server.join(newcomers, reader);
  server.join(-100888, reader);
  await vi.waitFor(() => expect(server.messages(newcomers)).toHaveLength(1));
  server.join(newcomers, reader);
  await say('/book');
  const [hello] = server.messages(newcomers);
  expect(hello?.text).toMatch(/^Pactwire\nHello!/u);
  expect(hello?.markup?.inline_keyboard?.flat().map(({ text }) => text)).toEqual([
    'Subscribe here',
    'Choose feed packs',
    'Show the latest',
  ]);
  expect([server.messages(newcomers).length, server.messages(-100888).length]).toEqual([1, 0]);
});
