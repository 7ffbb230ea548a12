import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { feedId } from '../../src/feedId.ts';
import { hub, renewLeases } from '../../src/jobs/hub.ts';
import { hubCallback } from '../../src/jobs/hubCallback.ts';
import { fetcher } from '../../src/pipeline/fetch/fetch.ts';
import { changed, hour, newsroomHouse } from './newsroomHouse.ts';

const address = 'https://wire.example/feed';
const topic = 'https://wire.example/self';
const id = feedId(address);
const callback = `https://bot.example/websub/${id}`;

const feed = (...titles: readonly string[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="https://hub.example/"/>
  <link rel="self" href="${topic}"/>${titles.map((title) => `<entry><id>${title}</id><title>${title}</title></entry>`).join('')}</feed>`;

async function newsroom() {
  const room = await newsroomHouse([address], []);
  room.answers.set(address, changed(address, feed('one')));
  const asked = () => room.house.memory.hubs.get(id);
  const verify = (query: Record<string, string>) =>
    hubCallback(room.house, new Request(`${callback}?${new URLSearchParams(query).toString()}`));
  const confirm = () =>
    verify({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.challenge': 'abc',
      'hub.lease_seconds': '864000',
    });
  const push = async (body: string, signature?: string) => {
    const right = createHmac('sha256', (await asked())?.secret ?? '')
      .update(body)
      .digest('hex');
    const headers = { 'x-hub-signature': signature ?? `sha256=${right}` };
    return hubCallback(room.house, new Request(callback, { method: 'POST', body, headers }));
  };
  const pushes = () => room.events.filter(({ is }) => is === 'pushed');
  await room.round();
  await hub(room.house, id);
  return { ...room, asked, verify, confirm, push, pushes };
}

describe('a feed that names a hub', () => {
  it('is subscribed to with a secret, once', async () => {
    const room = await newsroom();
    await room.round(1);
    expect(room.forms.map(({ url }) => url)).toEqual(['https://hub.example/']);
    expect(Object.fromEntries(room.forms[0]?.form ?? [])).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.callback': callback,
      'hub.secret': (await room.asked())?.secret,
      'hub.lease_seconds': '864000',
    });
  });

  it('is polled alone when nothing can reach us', async () => {
    const room = await newsroomHouse([address], []);
    room.answers.set(address, changed(address, feed('one')));
    const { callbackUrl: _, ...house } = room.house;
    await hub(house, id);
    expect(room.forms).toEqual([]);
  });

  it('is asked for again when the lease nears its end, with the same secret', async () => {
    const room = await newsroom();
    await room.confirm();
    const { secret } = (await room.asked()) ?? {};
    await renewLeases(room.house);
    room.turnClock(24 * 8);
    await renewLeases(room.house);
    await hub(room.house, id);
    expect(room.forms.length).toBe(2);
    expect(room.forms[1]?.form.get('hub.secret')).toBe(secret);
  });
});

describe('the question whether we meant it', () => {
  it('is answered with its challenge', async () => {
    const answer = await (await newsroom()).confirm();
    expect([answer.status, await answer.text()]).toEqual([200, 'abc']);
  });

  it.each([
    [
      'another topic',
      { 'hub.mode': 'subscribe', 'hub.topic': 'https://evil.example/', 'hub.challenge': 'x' },
    ],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.topic': topic }],
    [
      'an end that we did not ask for',
      { 'hub.mode': 'unsubscribe', 'hub.topic': topic, 'hub.challenge': 'x' },
    ],
    ['no question at all', {}],
  ])('is refused for %s', async (_, query) => {
    const room = await newsroom();
    expect((await room.verify(query)).status).toBe(404);
    expect(await room.asked()).not.toHaveProperty('lease');
  });

  it('is refused for a feed that we do not read', async () => {
    const room = await newsroom();
    const answer = await hubCallback(
      room.house,
      new Request('https://bot.example/websub/nobody?hub.mode=subscribe'),
    );
    expect(answer.status).toBe(404);
  });

  it('may be a denial, after which the feed is polled as ever', async () => {
    const room = await newsroom();
    expect((await room.verify({ 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': 'no' })).status).toBe(
      200,
    );
    expect(await room.asked()).toMatchObject({ deniedAt: expect.any(Number) });
    await room.round(1);
    expect(room.forms.length).toBe(1);
  });
});

describe('what a hub pushes', () => {
  it('is read at once, and not again by the next poll', async () => {
    const room = await newsroom();
    await room.confirm();
    expect((await room.push(feed('two'))).status).toBe(202);
    expect(room.pushes()).toMatchObject([{ articles: 1, unseen: 1 }]);
    room.answers.set(address, changed(address, feed('two', 'one')));
    await room.round(1);
    expect(room.events.at(-1)).toMatchObject({ is: 'fetched', unseen: 0 });
  });

  it.each([
    ['unsigned', ''],
    ['signed by somebody else', `sha256=${'0'.repeat(64)}`],
    ['signed in an unknown way', 'md5=00'],
    ['signed with half a signature', 'sha256=00'],
  ])('is not read when %s, and nobody learns so', async (_, signature) => {
    const room = await newsroom();
    await room.confirm();
    expect((await room.push(feed('two'), signature)).status).toBe(202);
    expect(room.pushes()).toEqual([]);
  });

  it('is not read before the subscription is confirmed', async () => {
    const room = await newsroom();
    await room.push(feed('two'));
    expect(room.pushes()).toEqual([]);
  });

  it('is refused when it is larger than any feed', async () => {
    const room = await newsroom();
    await room.confirm();
    expect((await room.push('x'.repeat(10 * 1_048_576 + 1))).status).toBe(413);
  });

  it('makes polls rare, until the hub misses something', async () => {
    const room = await newsroom();
    const rest = async () => ((await room.state(address))?.nextPollAt ?? 0) - room.house.now();
    await room.confirm();
    await room.push(feed('two'));
    await room.round(1);
    expect(await rest()).toBeGreaterThanOrEqual(hour);
    room.answers.set(address, changed(address, feed('three', 'two', 'one')));
    await room.round(1);
    expect(await rest()).toBeLessThan(hour);
    room.turnClock(0.1);
    await room.push(feed('four'));
    room.answers.set(address, changed(address, feed('four', 'three', 'two', 'one')));
    await room.round(1);
    expect(await rest()).toBeGreaterThanOrEqual(hour);
  });
});

it('a form is posted as forms are', async () => {
  const received: { type: string | undefined; body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ type: request.headers['content-type'], body });
      response.writeHead(202).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetching = fetcher({ userAgent: 'tests', timeoutMs: 2_000, allowPrivate: ['127.0.0.0/8'] });
  try {
    expect(await fetching.post(`${origin}/hub`, 'a=1&b=%C3%A9')).toEqual({ is: 'answered', status: 202 });
    expect(received).toEqual([{ type: 'application/x-www-form-urlencoded', body: 'a=1&b=%C3%A9' }]);
    expect(await fetching.post('ftp://hub.example', '')).toMatchObject({ is: 'failed', kind: 'bad-url' });
  } finally {
    await fetching.close();
    server.close();
  }
});
