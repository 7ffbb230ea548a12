import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secret } from '../../src/secret.ts';
import { webhook } from '../../src/web/webhook.ts';

const key = `whsec_${Buffer.from('a key that only both sides know').toString('base64')}`;

/** A program that is called: it answers what it is told to, and keeps what it got. */
let server: Server;
let url: string;
let answer: { status: number; headers?: Record<string, string> } | 'nothing';
let calls: { headers: IncomingHttpHeaders; body: string }[];

beforeEach(async () => {
  calls = [];
  answer = { status: 204 };
  server = createServer((request, response) => {
    void text(request).then((body) => {
      calls.push({ headers: request.headers, body });
      if (answer !== 'nothing') response.writeHead(answer.status, answer.headers).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const call = (options: { url?: string; secret?: string } = {}) =>
  webhook({
    url: options.url ?? url,
    secret: secret(options.secret ?? key),
    now: Date.now,
    timeoutMs: 200,
  }).call('s-1.1', 'story.told', { headline: 'Лумора 🤝 明月' });

describe('the webhook', () => {
  it('is called with JSON that says what happened', async () => {
    expect(await call()).toEqual({ is: 'taken' });
    expect(calls[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({
      type: 'story.told',
      data: { headline: 'Лумора 🤝 明月' },
    });
  });

  it.each([
    ['a key as Standard Webhooks writes it', key],
    ['any text', 'correct-horse-battery'],
  ])('is signed so that the libraries of Standard Webhooks verify it, with %s', async (_name, given) => {
    await call({ secret: given });
    const { headers, body } = calls[0] as (typeof calls)[0];
    const receiver = given.startsWith('whsec_')
      ? new StandardWebhook(given)
      : new StandardWebhook(Buffer.from(given).toString('base64'));
    expect(() => receiver.verify(body, headers as Record<string, string>)).not.toThrow();
    expect(() => receiver.verify(`${body} `, headers as Record<string, string>)).toThrow(/signature/iu);
  });

  it.each<readonly [string, typeof answer, object]>([
    ['takes it', { status: 200 }, { is: 'taken' }],
    ['is overloaded', { status: 503 }, { is: 'wait' }],
    ['asks us to wait', { status: 429, headers: { 'retry-after': '7' } }, { is: 'wait', ms: 7_000 }],
    ['does not answer', 'nothing', { is: 'wait' }],
    [
      'knows no such address',
      { status: 404 },
      { is: 'refused', reason: expect.stringContaining('WEBHOOK_URL') },
    ],
    [
      'does not like the signature',
      { status: 401 },
      { is: 'refused', reason: expect.stringContaining('WEBHOOK_SECRET') },
    ],
    [
      'has moved',
      { status: 301, headers: { location: '/new' } },
      { is: 'refused', reason: expect.stringContaining('redirects') },
    ],
  ])('whose receiver %s', async (_name, given, outcome) => {
    answer = given;
    expect(await call()).toMatchObject(outcome);
    expect(calls).toHaveLength(1);
  });

  it('that nobody listens to is tried again', async () => {
    const gone = await call({ url: 'http://127.0.0.1:9/hook' });
    expect(gone).toMatchObject({
      is: 'wait',
      reason: expect.stringMatching(/cannot be reached: (ECONNREFUSED|bad port)/u),
    });
  });

  it('never shows its key', async () => {
    answer = { status: 401 };
    expect(JSON.stringify([await call(), calls])).not.toContain(key);
  });
});
