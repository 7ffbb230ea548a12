import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/delivery.ts';
import type { HouseEvent } from '../../src/jobs/house.ts';
import type { DeliveryId, StoryId } from '../../src/model.ts';
import { aStory } from '../story.ts';
import { aFeed, aWebRoom, type WebRoom } from './aWebRoom.ts';

const open: WebRoom[] = [];
const room = async (...options: Parameters<typeof aWebRoom>) => {
  const opened = await aWebRoom(...options);
  open.push(opened);
  return opened;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const delivery: Delivery = {
  id: 'd1' as DeliveryId,
  story: 's1' as StoryId,
  to: { platform: 'discord', chat: '42' },
  createdAt: 0,
  state: { is: 'waiting' },
};
const halted: HouseEvent = { is: 'halted', platform: 'discord', reason: { say: 'discord.token' } };
const failing = { validators: {}, nextPollAt: 0, failures: 3 };

describe('/healthz', () => {
  it('says that the process lives', async () => {
    const answer = await (await room()).get('/healthz');
    expect([answer.status, await answer.json()]).toEqual([200, { alive: true }]);
  });
});

describe('/readyz', () => {
  it('says yes when all is well', async () => {
    const answer = await (await room()).get('/readyz');
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true }]);
  });

  const unwell: readonly [string, (web: WebRoom) => unknown, object][] = [
    [
      'a platform refuses the token',
      (web) => web.observe(halted),
      { part: 'discord', reason: expect.stringMatching(/^Discord refuses the token: /u) },
    ],
    [
      'no feed can be read',
      (web) => web.memory.states.set(aFeed.id, failing),
      { part: 'feeds', reason: 'None of the 1 feeds can be read: is the network up?' },
    ],
    [
      'the heart has stopped',
      (web) => web.memory.vitals.set('heartbeat', Date.parse('2026-03-02T12:00:00Z')),
      { part: 'rounds', reason: 'No sign of life since 2026-03-02T12:00:00.000Z.' },
    ],
  ];
  it.each(unwell)('says no, and why, when %s', async (_name, make, why) => {
    const web = await room();
    await make(web);
    const answer = await web.get('/readyz');
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false, unready: [why] }]);
  });

  it('is ready again once the platform takes a post', async () => {
    const web = await room();
    web.observe(halted);
    web.observe({ is: 'delivery', delivery, outcome: { is: 'sent', message: '1' } });
    expect((await web.get('/readyz')).status).toBe(200);
  });
});

describe('the door', () => {
  it('turns away who asks too often, says when to come back, and still shows that it lives', async () => {
    const web = await room([], { perMinute: 3 });
    const statuses = [];
    for (let asked = 0; asked < 5; asked += 1) statuses.push((await web.get('/readyz')).status);
    const refused = await web.get('/readyz');
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect((await web.get('/healthz')).status).toBe(200);
  });

  it('counts the visitors behind a proxy one by one', async () => {
    const web = await room([], { perMinute: 1 });
    const from = (address: string) => web.get('/readyz', { 'x-forwarded-for': `10.9.9.9, ${address}` });
    const statuses = [];
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.2'])
      statuses.push((await from(address)).status);
    expect(statuses).toEqual([200, 429, 200]);
  });

  it('counts pages with a drawing for five, since they take longest', async () => {
    const web = await room([aStory()], { perMinute: 10 });
    const statuses = [];
    for (const path of ['/companies/Lumora', '/trends', '/'])
      statuses.push((await web.get(path, { 'accept-language': 'de' })).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect(await (await web.get('/', { 'accept-language': 'de' })).text()).toMatch(/^Zu viele Anfragen/u);
  });

  it('takes nothing in', async () => {
    const web = await room();
    const answer = await fetch(`${web.url}/readyz`, { method: 'POST', body: 'x'.repeat(1_000_000) }).catch(
      () => undefined,
    );
    expect([405, undefined]).toContain(answer?.status);
    expect((await web.get('/readyz')).status).toBe(200);
  });

  it('has health and metrics alone where there are no pages', async () => {
    const web = await room([aStory()], { pages: false });
    const statuses: Record<string, number> = {};
    for (const path of ['/healthz', '/readyz', '/metrics', '/', '/feed.atom', '/companies/Lumora'])
      statuses[path] = (await web.get(path)).status;
    expect(Object.values(statuses)).toEqual([200, 200, 200, 404, 404, 404]);
  });

  it('refuses long addresses and headers', async () => {
    const web = await room();
    expect((await web.get(`/?words=${'x'.repeat(20_000)}`)).status).toBe(431);
  });

  it.each(['/', '/nothing/here', '/metrics', '/readyz'])(
    'lets browsers load nothing but our own on %s',
    async (path) => {
      const { headers } = await (await room()).get(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/u);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('closes without waiting for a visitor who never finishes asking', async () => {
    const web = await aWebRoom();
    const { hostname, port } = new URL(web.url);
    const slow = request({
      hostname,
      port,
      headers: { expect: '100-continue', 'content-length': 10 },
      method: 'GET',
    });
    slow.on('error', () => {});
    slow.flushHeaders();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const start = performance.now();
    await web.close();
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
