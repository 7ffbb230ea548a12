import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Message, sentence, span } from '../../../src/message.ts';
import type { Destination } from '../../../src/model.ts';
import type { Platform } from '../../../src/platforms/platform.ts';
import { telegram } from '../../../src/platforms/telegram/telegram.ts';
import { type FakeTelegram, fakeTelegram } from '../../fakes/telegram/fakeTelegram.ts';
import { wording } from '../../fakes/telegram/faults.ts';

const group = -1001;
const to: Destination = { platform: 'telegram', chat: String(group) };
const key = 'key';

let server: FakeTelegram;
let platform: Platform;

beforeEach(async () => {
  server = await fakeTelegram();
  server.addChat(group);
  platform = telegram({ token: server.token, apiUrl: server.apiUrl, log: pino({ level: 'silent' }) });
});

afterEach(async () => {
  await platform.close();
  await server.close();
});

describe('a picture', () => {
  const file = { name: 'network.png', type: 'image/png', bytes: new Uint8Array([137, 80, 78, 71]) };
  const long = Array.from({ length: 60 }, (_, at) => [span(`Partner number ${at}, since March`)]);
  const answer = (items: Message['blocks'][number][]): Message => ({
    blocks: [{ is: 'heading', spans: [span('Ohm: 60 stories')] }, ...items],
    actions: [[{ is: 'button', label: 'Older', press: '.older' }]],
    file,
  });

  it('has a short text as its caption', async () => {
    await platform.send(to, answer([{ is: 'list', items: long.slice(0, 5) }]), key);
    expect(server.messages(group)).toMatchObject([
      { text: expect.stringMatching(/^Ohm[^]*number 4/u), file: { name: file.name } },
    ]);
  });

  it('has a long text below it, whole and with its buttons', async () => {
    expect(await platform.send(to, answer([{ is: 'list', items: long }]), key)).toEqual({
      is: 'sent',
      message: '2',
    });
    const [picture, text] = server.messages(group);
    expect(picture).toMatchObject({ text: 'Ohm: 60 stories', file: { name: file.name } });
    expect(text?.text).toMatch(/^• Partner number 0[^]*number 59, since March$/u);
    expect(await platform.edit(to, '2', sentence('Older ones'))).toMatchObject({ is: 'sent' });
  });

  it('that is refused takes no words along', async () => {
    server.fail(
      { method: 'sendPhoto' },
      { is: 'answer', code: 400, description: 'Bad Request: PHOTO_INVALID' },
    );
    await platform.send(to, answer([{ is: 'list', items: long }]), key);
    expect(server.messages(group)).toMatchObject([
      { text: expect.stringMatching(/^Ohm: 60 stories\n[^]*59/u) },
    ]);
  });

  it('comes once, also when the chat must rest before the words', async () => {
    server.fail({ method: 'sendMessage' }, wording.retryAfter(1));
    expect(await platform.send(to, answer([{ is: 'list', items: long }]), key)).toMatchObject({ is: 'sent' });
    expect(server.messages(group)).toHaveLength(2);
  });
});
