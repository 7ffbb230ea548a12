import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Message, sentence, span } from '../../../src/message.ts';
import type { Destination } from '../../../src/model.ts';
import type { Platform, SendOutcome } from '../../../src/platforms/platform.ts';
import { telegram } from '../../../src/platforms/telegram/telegram.ts';
import { patience } from '../../../src/platforms/telegram/timing.ts';
import { type FakeTelegram, fakeTelegram } from '../../fakes/telegram/fakeTelegram.ts';
import { type Fault, wording } from '../../fakes/telegram/faults.ts';
import { reading } from '../../said.ts';

const group = -1001;
const to: Destination = { platform: 'telegram', chat: String(group) };
const key = 'key';

const post: Message = {
  blocks: [
    { is: 'heading', spans: [span('Ohm 🤝 Nordlicht', { href: 'https://example.com/a' })] },
    { is: 'text', spans: [span('They build '), span('chargers', { bold: true }), span(' together.')] },
  ],
  link: 'https://example.com/a',
};

let server: FakeTelegram;
let platform: Platform;

const connected = (timing = patience): Platform =>
  telegram({ token: server.token, apiUrl: server.apiUrl, log: pino({ level: 'silent' }) }, timing);

beforeEach(async () => {
  server = await fakeTelegram();
  server.addChat(group);
  platform = connected();
});

afterEach(async () => {
  await platform.close();
  await server.close();
});

describe('a post', () => {
  it('arrives with its styles and its preview', async () => {
    expect(await platform.send(to, post, key)).toEqual({ is: 'sent', message: '1' });
    expect(server.messages(group)).toMatchObject([
      {
        text: 'Ohm 🤝 Nordlicht\nThey build chargers together.',
        entities: [
          { type: 'bold', offset: 0, length: 16 },
          { type: 'text_link', offset: 0, length: 16, url: 'https://example.com/a' },
          { type: 'bold', offset: 28, length: 8 },
        ],
        preview: { url: 'https://example.com/a', prefer_small_media: true },
      },
    ]);
  });

  it('that chat after chat wants later is too much of the bot itself, until one is taken', async () => {
    const chats = [1, 2, 3, 4].map((chat): Destination => ({ platform: 'telegram', chat: String(chat) }));
    for (const { chat } of chats) server.addChat(Number(chat));
    const well = server.fail({ method: 'sendMessage' }, wording.retryAfter(17), 99);
    const scopes = async (places: readonly Destination[]): Promise<readonly unknown[]> => {
      const seen: unknown[] = [];
      for (const place of places) {
        const outcome = await platform.send(place, post, key);
        seen.push(outcome.is === 'wait' ? [outcome.scope, outcome.ms] : outcome.is);
      }
      return seen;
    };
    const [one, other] = chats as [Destination, Destination];
    const [chat, platformWide] = [
      ['chat', 17_000],
      ['platform', 17_000],
    ];
    expect(await scopes([one, other, one, other])).toEqual([chat, chat, chat, chat]);
    expect(await scopes(chats)).toEqual([chat, chat, platformWide, platformWide]);
    well();
    expect(await scopes([one])).toEqual(['sent']);
    server.fail({ method: 'sendMessage' }, wording.retryAfter(17));
    expect(await scopes([one])).toEqual([chat]);
  });

  it('lands in its topic', async () => {
    server.addChat(group).topics.add(7);
    await platform.send({ ...to, topic: '7' }, sentence('Hello'), key);
    expect(server.messages(group)).toMatchObject([{ topic: 7 }]);
  });

  it('cannot ping anybody or offer commands', async () => {
    await platform.send(to, sentence('@everyone see /unsubscribe at evil.com'), key);
    expect(server.messages(group)).toMatchObject([{ found: [] }]);
  });

  it('is cut, not refused, when it is too long', async () => {
    await platform.send(to, sentence('long '.repeat(5_000)), key);
    expect(server.messages(group)[0]?.text).toHaveLength(4095);
  });

  it('reaches a channel by its name', async () => {
    const outcome = await platform.send({ platform: 'telegram', chat: '@nowhere' }, post, key);
    expect(outcome).toMatchObject({ is: 'gone' });
  });
});

const mend = (is: 'gone' | 'refused' | 'halted', reason: RegExp) => ({
  is,
  reason: reading(reason),
});
const shut = (reason: RegExp) => ({ ...mend('refused', reason), what: 'chat' });
const doubtful = (reason: RegExp) => ({ ...later(5_000, 'platform', reason), doubtful: true });
const later = (ms: number, scope: 'chat' | 'platform', reason: RegExp) => ({
  is: 'wait',
  ms,
  scope,
  reason: reading(reason),
});

describe('what a refusal means', () => {
  const rows: readonly (readonly [name: string, fault: Fault, outcome: object])[] = [
    ['removed from a group', wording.kickedFromGroup, mend('gone', /add it again and send \/subscribe/u)],
    ['removed from a supergroup', wording.kickedFromSupergroup, mend('gone', /add it again/u)],
    ['removed from a channel', wording.kickedFromChannel, mend('gone', /add it again/u)],
    ['never in the channel', wording.notAMember, mend('gone', /administrator who may post/u)],
    ['blocked', wording.blocked, mend('gone', /unblocking/u)],
    ['account deleted', wording.deactivated, mend('gone', /account .* deleted/u)],
    ['group deleted', wording.groupDeleted, mend('gone', /group was deleted/u)],
    ['never started', wording.neverStarted, mend('gone', /press Start/u)],
    ['another 403', { ...wording.blocked, description: 'Forbidden: so be it' }, mend('gone', /so be it/u)],
    ['unknown chat', wording.chatNotFound, mend('gone', /add the bot to it again/u)],
    ['topic deleted', wording.threadNotFound, shut(/topic was deleted/u)],
    ['topic closed', wording.topicClosed, shut(/reopen it/u)],
    ['no right to post', wording.noRights, shut(/right to send messages/u)],
    [
      'something new',
      { is: 'answer', code: 400, description: 'Bad Request: NEW' },
      { ...mend('refused', /400.*NEW/u), what: 'message' },
    ],
    [
      'the group moved',
      wording.migrated(-1009),
      { is: 'moved', to: { platform: 'telegram', chat: '-1009' } },
    ],
    ['too many requests', wording.retryAfter(17), later(17_000, 'chat', /retry after 17/u)],
    ['a gateway page', { is: 'page', status: 502 }, doubtful(/502/u)],
    ['a page that claims success', { is: 'page', status: 200 }, doubtful(/invalid-json/u)],
    ['a dropped connection', { is: 'drop' }, doubtful(/ECONNRESET/u)],
    ['no answer', { is: 'hang' }, doubtful(/within 0.3 s/u)],
    ['a wrong token', wording.unauthorized, mend('halted', /@BotFather .*TELEGRAM_TOKEN/u)],
  ];

  it.each(rows)('%s', async (_name, fault, expected) => {
    server.fail({ method: 'sendMessage' }, fault);
    const bot = fault.is === 'hang' ? connected({ ...patience, send: 300 }) : platform;
    expect(await bot.send(to, post, key)).toEqual(expected);
    expect(server.messages(group)).toEqual([]);
  });

  it('a server that is not there', async () => {
    const nowhere = telegram({
      token: server.token,
      apiUrl: 'http://127.0.0.1:1',
      log: pino({ level: 'silent' }),
    });
    expect(await nowhere.send(to, post, key)).toEqual(later(5_000, 'platform', /ECONNREFUSED/u));
  });

  it('a gateway page after the message was stored looks the same as one before', async () => {
    server.fail({}, { is: 'page', status: 502, after: true });
    expect(await platform.send(to, post, key)).toMatchObject({ is: 'wait' });
    expect(server.messages(group)).toHaveLength(1);
  });

  it('the documented limits answer with the time to wait', async () => {
    await using limited = await fakeTelegram({ limits: true });
    limited.addChat(group);
    const bot = telegram({ token: limited.token, apiUrl: limited.apiUrl, log: pino({ level: 'silent' }) });
    expect(await bot.send(to, post, key)).toMatchObject({ is: 'sent' });
    expect(await bot.send(to, post, key)).toMatchObject({ is: 'wait', ms: 1_000, scope: 'chat' });
  });
});

describe('when Telegram dislikes the styling', () => {
  it.each([
    ['it cannot parse the entities', wording.cannotParse],
    ['it finds the text too long', wording.tooLong],
  ])('%s: the words go out without it, with the address', async (_name, fault) => {
    server.fail({ method: 'sendMessage' }, fault);
    expect(await platform.send(to, post, key)).toMatchObject({ is: 'sent' });
    expect(server.messages(group)).toMatchObject([
      { text: 'Ohm 🤝 Nordlicht\nThey build chargers together.\n\nhttps://example.com/a', entities: [] },
    ]);
  });

  it('tries that only once', async () => {
    server.fail({ method: 'sendMessage' }, wording.cannotParse, 5);
    expect(await platform.send(to, post, key)).toMatchObject({ is: 'refused' });
    expect(server.requests).toHaveLength(2);
  });
});

describe('an edit', () => {
  it('replaces the text', async () => {
    await platform.send(to, sentence('Before'), key);
    expect(await platform.edit(to, '1', sentence('After'))).toEqual({ is: 'sent', message: '1' });
    expect(server.messages(group)).toMatchObject([{ text: 'After', edits: 1 }]);
  });

  it('to the same text is done already', async () => {
    await platform.send(to, sentence('Same'), key);
    expect(await platform.edit(to, '1', sentence('Same'))).toEqual({ is: 'sent', message: '1' });
  });

  it('of a deleted message is refused', async () => {
    expect(await platform.edit(to, '99', sentence('After'))).toMatchObject({
      is: 'refused',
      reason: reading(/gone or no longer changeable/u),
    } satisfies Partial<SendOutcome>);
  });
});
