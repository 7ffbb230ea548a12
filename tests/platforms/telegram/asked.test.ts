import type { Message, Update } from 'telegraf/types';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/command.ts';
import { sentence } from '../../../src/message.ts';
import { asked } from '../../../src/platforms/telegram/asked.ts';
import { type Said, saidUpdate } from '../../fakes/telegram/said.ts';
import type { ChatKind } from '../../fakes/telegram/chats.ts';

const command = (name: string): Command => ({
  name,
  description: 'Test',
  options: [{ type: 'text', name: 'company', description: 'A company' }],
  access: 'everyone',
  audience: 'chat',
  run: async () => sentence('Done'),
});
const commands = [command('latest'), command('help')];
const bot = { id: 123456789, username: 'pactwire_bot' };

const kinds: Readonly<Record<number, ChatKind>> = {
  5: 'private',
  [-7]: 'group',
  [-100]: 'supergroup',
  [-200]: 'channel',
};

/** What the bot understands of a message. */
const understood = (said: Said) => {
  const kind = kinds[said.chat] ?? 'private';
  const chat = {
    id: said.chat,
    kind,
    topics: new Set<number>(),
    standing: new Map<number, string>(),
    bot: { status: 'member' as const },
    nextMessage: 1,
  };
  return asked(saidUpdate(said, chat, 1, 42) as unknown as Update, commands, bot);
};

describe('a message is a command', () => {
  it.each([
    ['alone', '/latest', ''],
    ['with words', '/latest Ohm Labs', 'Ohm Labs'],
    ['with words on the next line', '/latest\nOhm', 'Ohm'],
    ['in capitals', '/LATEST Ohm', 'Ohm'],
    ['addressed to this bot', '/latest@Pactwire_Bot Ohm', 'Ohm'],
  ])('%s', (_name, text, typed) => {
    expect(understood({ chat: -100, text })).toMatchObject({ is: 'command', command: 'latest', typed });
  });

  it('in the caption of a file, which comes along', () => {
    const file = { name: 'my.opml', bytes: new Uint8Array(3) };
    expect(understood({ chat: 5, text: '/latest', file })).toMatchObject({
      command: 'latest',
      document: { file_name: 'my.opml' },
    });
  });

  it('or the reply to a question of the bot', () => {
    expect(understood({ chat: -100, text: 'Ohm Labs', replyTo: 9 })).toMatchObject({
      is: 'reply',
      to: 9,
      text: 'Ohm Labs',
    });
  });

  it.each([
    ['a private chat', 5, 'unknown'],
    ['a group, when addressed', -100, 'unknown@pactwire_bot'],
  ])('even if nobody knows it, in %s', (_name, chat, text) => {
    expect(understood({ chat, text: `/${text}` })).toMatchObject({ command: 'unknown' });
  });
});

describe('a message is not our business', () => {
  it.each<[name: string, said: Said]>([
    ['talk', { chat: -100, text: 'have you seen /latest?' }],
    ['a path', { chat: -100, text: '/usr/bin' }],
    ['a command for another bot', { chat: -100, text: '/latest@other_bot' }],
    ['a command for another bot in a private chat', { chat: 5, text: '/latest@other_bot' }],
    ['an unknown command in a group', { chat: -100, text: '/roll' }],
    [
      "a channel's post repeated in its group",
      { chat: -100, text: '/latest', inTheNameOf: -200, automaticForward: true },
    ],
  ])('%s', (_name, said) => {
    expect(understood(said)).toBeUndefined();
  });

  it.each<[name: string, update: object]>([
    ['a photo', { message: { chat: { id: 5, type: 'private' }, message_id: 1, photo: [] } satisfies object }],
    ['an edited message', { edited_message: { text: '/latest' } as Partial<Message.TextMessage> }],
    ['a kind of update that does not exist yet', { novelty: { text: '/latest' } }],
  ])('%s', (_name, update) => {
    expect(asked({ update_id: 1, ...update } as Update, commands, bot)).toBeUndefined();
  });
});

describe('where and who', () => {
  it.each<[name: string, said: Omit<Said, 'text'>, admin: unknown]>([
    ['a person in a private chat decides there', { chat: 5 }, true],
    ['a person in a group has to be looked up', { chat: -7, from: 9 }, { user: 9 }],
    ['an anonymous administrator speaks as the group', { chat: -100, anonymous: true }, true],
    ['somebody speaking as another channel is a guest', { chat: -100, inTheNameOf: -300 }, false],
    ['only administrators can post in a channel', { chat: -200 }, true],
  ])('%s', (_name, said, admin) => {
    expect(understood({ ...said, text: '/latest' })?.admin).toEqual(admin);
  });

  it('knows the chat, the topic and the question', () => {
    expect(understood({ chat: -100, topic: 3, from: 9, text: '/latest' })).toMatchObject({
      from: { platform: 'telegram', chat: '-100', topic: '3' },
      person: '9',
      question: 42,
    });
    expect(understood({ chat: -100, text: '/latest' })?.from).toEqual({ platform: 'telegram', chat: '-100' });
  });
});
