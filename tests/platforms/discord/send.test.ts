import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { type Message, sentence } from '../../../src/message.ts';
import type { Destination } from '../../../src/model.ts';
import { discord } from '../../../src/platforms/discord/discord.ts';
import { send } from '../../../src/platforms/discord/send.ts';
import type { Platform, SendOutcome } from '../../../src/platforms/platform.ts';
import { type FakeDiscord, fakeDiscord } from '../../fakes/discord/fakeDiscord.ts';
import type { Fault } from '../../fakes/discord/faults.ts';
import { inEnglish } from '../../../src/words/sentence.ts';
import { reading } from '../../said.ts';

let server: FakeDiscord;
let platform: Platform;
let here: Destination;
const news: Message = sentence('Nordlicht and Kaito team up.');
const key = 'delivery-of-25-characters';

const connect = (apiUrl: string, token: string): Platform =>
  discord({ apiUrl, token, log: createLog('silent') });

beforeEach(async () => {
  server = await fakeDiscord();
  platform = connect(server.apiUrl, server.token);
  here = { platform: 'discord', chat: server.channels.text };
});

afterEach(async () => {
  await platform.close();
  await server.close();
});

describe('send', () => {
  it('posts an embed that mentions nobody, marked with the key', async () => {
    const outcome = await platform.send(here, news, key);
    const [message] = server.messages(here.chat);
    expect(outcome).toEqual({ is: 'sent', message: message?.id });
    expect(message?.embeds).toEqual([{ description: 'Nordlicht and Kaito team up.' }]);
    expect(server.requests[0]?.body).toMatchObject({
      nonce: key,
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    });
  });

  it('takes an address with the version in it, too', async () => {
    const other = connect(`${server.apiUrl}/v10`, server.token);
    expect(await other.send(here, news, key)).toMatchObject({ is: 'sent' });
    await other.close();
  });

  it('posts into a thread', async () => {
    await platform.send({ ...here, topic: server.channels.thread }, news, key);
    expect(server.messages(server.channels.thread)).toHaveLength(1);
    expect(server.messages(here.chat)).toHaveLength(0);
  });

  it('posts once when the same key is sent twice', async () => {
    const first = await platform.send(here, news, key);
    expect(await platform.send(here, news, key)).toEqual(first);
    expect(server.messages(here.chat)).toHaveLength(1);
  });

  it.each<readonly [string, Fault, number]>([
    ['answers 502, also to the repeat of discord.js', { is: 'answer', status: 502, after: true }, 2],
    ['drops the connection', { is: 'drop', after: true }, 1],
  ])('posts once when Discord stores a post and then %s', async (_, fault, times) => {
    server.fail({ method: 'POST' }, fault, times);
    expect(await platform.send(here, news, key)).toMatchObject({ is: 'wait', scope: 'platform' });
    expect(await platform.send(here, news, key)).toMatchObject({ is: 'sent' });
    expect(server.messages(here.chat)).toHaveLength(1);
  });

  it('gives a wait for a limit back instead of queueing, once Discord has told the limit', async () => {
    const narrow = await fakeDiscord({ bucket: { limit: 2, seconds: 5 } });
    const other = connect(narrow.apiUrl, narrow.token);
    const to: Destination = { platform: 'discord', chat: narrow.channels.text };
    const outcomes: SendOutcome[] = [];
    for (const one of ['a', 'b', 'c']) outcomes.push(await other.send(to, news, one));
    expect(outcomes.map(({ is }) => is)).toEqual(['sent', 'sent', 'wait']);
    expect(outcomes[2]).toMatchObject({ scope: 'chat', ms: expect.closeTo(5_000, -3) });
    expect(narrow.requests.map(({ status }) => status)).toEqual([200, 200]);
    await other.close();
    await narrow.close();
  });
});

const error = (status: number, code: number, message = 'Refused'): Fault => ({
  is: 'error',
  status,
  code,
  message,
});

describe('what becomes of a post when Discord answers', () => {
  it.each<readonly [string, Fault, number, Partial<SendOutcome>, RegExp]>([
    [
      '429 for the channel',
      { is: 'rateLimit', scope: 'user', seconds: 30 },
      1,
      { is: 'wait', ms: 30_050, scope: 'chat' },
      /rate limit/u,
    ],
    [
      '429 for a shared resource',
      { is: 'rateLimit', scope: 'shared', seconds: 9 },
      1,
      { is: 'wait', ms: 9_050, scope: 'chat' },
      /shared/u,
    ],
    [
      '429 for the whole bot',
      { is: 'rateLimit', scope: 'global', seconds: 5 },
      1,
      { is: 'wait', ms: 5_050, scope: 'platform' },
      /rate limit/u,
    ],
    ['a short 429', { is: 'rateLimit', scope: 'user', seconds: 1 }, 1, { is: 'sent' }, /./u],
    ['one 502', { is: 'answer', status: 502 }, 1, { is: 'sent' }, /./u],
    ['502 again and again', { is: 'answer', status: 502 }, 9, { is: 'wait', scope: 'platform' }, /502/u],
    ['with a dropped connection', { is: 'drop' }, 9, { is: 'wait', scope: 'platform' }, /cannot be reached/u],
    ['that the channel is unknown', error(404, 10_003), 1, { is: 'gone' }, /no longer exists/u],
    ['that the server is unknown', error(404, 10_004), 1, { is: 'gone' }, /removed/u],
    ['that the person closed the door', error(403, 50_007), 1, { is: 'gone' }, /direct messages/u],
    ['that no server is shared', error(403, 50_278), 1, { is: 'gone' }, /invite/u],
    [
      'that access is missing',
      error(403, 50_001),
      1,
      { is: 'refused' },
      /View Channel, Send Messages and Embed Links/u,
    ],
    [
      'that permissions are missing',
      error(403, 50_013),
      1,
      { is: 'refused' },
      /View Channel, Send Messages and Embed Links/u,
    ],
    ['that the thread is archived', error(400, 50_083), 1, { is: 'refused', what: 'chat' }, /unlock/u],
    [
      'that the channel takes no messages',
      error(400, 50_008),
      1,
      { is: 'refused', what: 'chat' },
      /text, announcement or forum channel/u,
    ],
    [
      'that the request is too large',
      error(400, 40_005, 'Too large'),
      1,
      { is: 'refused', what: 'message' },
      /Too large/u,
    ],
    [
      'that a field is wrong',
      error(400, 50_035, 'Invalid Form Body'),
      1,
      { is: 'refused' },
      /Invalid Form Body.*50035/u,
    ],
    ['403 without JSON', { is: 'answer', status: 403 }, 1, { is: 'refused' }, /HTTP 403/u],
    ['that it is overloaded', error(503, 130_000), 9, { is: 'wait', scope: 'platform' }, /503/u],
    [
      'that the channel is slow',
      { is: 'error', status: 400, code: 20_016, retryAfter: 7.5 },
      1,
      { is: 'wait', ms: 7_500, scope: 'chat' },
      /slow mode/u,
    ],
    [
      'that the channel is slow, not how',
      error(400, 20_016),
      1,
      { is: 'wait', ms: 30_000, scope: 'chat' },
      /slow mode/u,
    ],
  ])('%s', async (_, fault, times, expected, reason) => {
    server.fail({ method: 'POST' }, fault, times);
    const outcome = await platform.send(here, news, key);
    expect(outcome).toMatchObject(expected);
    expect('reason' in outcome ? inEnglish(outcome.reason) : 'sent').toMatch(reason);
    expect(JSON.stringify(outcome)).not.toContain(server.token);
  });

  it('nothing, until patience is over', async () => {
    server.fail({ method: 'POST' }, { is: 'hang' }, 9);
    const impatient = new REST({ api: server.apiUrl, timeout: 50, retries: 1 }).setToken(server.token);
    expect(await send(impatient, here, news, key)).toEqual({
      is: 'wait',
      ms: 10_000,
      scope: 'platform',
      reason: { say: 'discord.noAnswer' },
      doubtful: true,
    });
  });

  it('that a forum takes no plain messages, only threads', async () => {
    const forum: Destination = { ...here, chat: server.channels.forum };
    expect(await platform.send(forum, news, key)).toMatchObject({ is: 'refused' });
  });

  it('that the token is wrong: nothing is sent any more', async () => {
    const wrong = connect(server.apiUrl, 'MTA1.wrong.token');
    const outcome = await wrong.send(here, news, key);
    expect(outcome).toMatchObject({ is: 'halted' });
    expect(outcome).toMatchObject({ reason: reading(/Reset Token, into DISCORD_TOKEN/u) });
    expect(await wrong.send(here, news, key)).toEqual(outcome);
    expect(await wrong.edit(here, server.channels.text, news)).toEqual(outcome);
    expect(server.requests).toHaveLength(1);
    await wrong.close();
  });
});

describe('edit', () => {
  it('replaces the text of an earlier post', async () => {
    const sent = await platform.send(here, news, key);
    const id = sent.is === 'sent' ? sent.message : '';
    expect(await platform.edit(here, id, sentence('And Ostra joins.'))).toEqual(sent);
    expect(server.messages(here.chat)).toMatchObject([
      { id, edited: true, embeds: [{ description: 'And Ostra joins.' }] },
    ]);
  });

  it('says so when the post was deleted', async () => {
    const outcome = await platform.edit(here, server.channels.text, news);
    expect(outcome).toMatchObject({ is: 'refused', reason: reading(/deleted/u) });
  });
});
