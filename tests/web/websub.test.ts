import { expect, it, onTestFinished } from 'vitest';
import { aWebRoom } from './aWebRoom.ts';

it('hands hubs through to whoever answers them, and only at their address', async () => {
  const room = await aWebRoom([], {
    hubs: async (request) => new Response(`${request.method} ${await request.text()}`, { status: 202 }),
  });
  onTestFinished(() => room.close());
  const post = (path: string) => fetch(`${room.url}${path}`, { method: 'POST', body: 'news' });
  const taken = await post('/websub/f1');
  expect([taken.status, await taken.text()]).toEqual([202, 'POST news']);
  expect((await post('/')).status).toBe(405);
});

it('takes in nothing when no hub was asked', async () => {
  const room = await aWebRoom();
  onTestFinished(() => room.close());
  expect((await fetch(`${room.url}/websub/f1`, { method: 'POST', body: 'news' })).status).toBe(405);
  expect((await fetch(`${room.url}/websub/f1`)).status).toBe(404);
});
