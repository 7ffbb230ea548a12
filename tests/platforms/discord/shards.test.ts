import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { sentence } from '../../../src/message.ts';
import { discord } from '../../../src/platforms/discord/discord.ts';
import type { Listener, Platform } from '../../../src/platforms/platform.ts';
import { aDesk } from '../../desk.ts';
import { type FakeDiscord, fakeDiscord } from '../../fakes/discord/fakeDiscord.ts';

const log = createLog('silent');
const open: (Platform | Listener)[] = [];
let server: FakeDiscord;

async function listening(shards: number | 'auto'): Promise<Listener> {
  const platform = discord({ token: server.token, apiUrl: server.apiUrl, log, shards });
  const echo = {
    name: 'echo',
    description: 'Answers',
    options: [],
    access: 'everyone',
    audience: 'chat',
    run: async () => sentence('Here I am.'),
  } as const;
  const listener = await platform.listen(await aDesk([echo], { log }));
  open.push(platform, listener);
  return listener;
}

describe('servers divided over connections', () => {
  beforeEach(async () => {
    server = await fakeDiscord();
  });
  afterEach(async () => {
    for (const one of open.splice(0).toReversed()) await one.close();
    // Throws when one of them logged in too early.
    await server.close();
  });

  it.each([
    { of: 'as many as Discord recommends', shards: 'auto', recommended: 3, count: 3 },
    { of: 'as many as the settings say', shards: 4, recommended: 1, count: 4 },
  ] as const)(
    'are $of, and all of them share one list of commands',
    async ({ shards, recommended, count }) => {
      Object.assign(server.standing, { shards: recommended, maxConcurrency: 16 });
      await listening(shards);
      const announced = server.gateway.shards().toSorted(([a], [b]) => a - b);
      expect(announced).toEqual(Array.from({ length: count }, (_, id) => [id, count]));
      expect(
        server.requests.filter(({ path, method }) => method === 'PUT' && /commands/u.test(path)),
      ).toHaveLength(1);
      expect((await server.interact({ name: 'echo' })).embeds).toHaveLength(1);
      expect(
        (await server.interact({ name: 'echo', channelId: server.channels.direct })).embeds,
      ).toHaveLength(1);
    },
  );

  it('log in no faster than Discord allows', async () => {
    Object.assign(server.standing, { maxConcurrency: 2 });
    await listening(3);
    expect(server.gateway.shards()).toHaveLength(3);
  });

  it('end together when Discord refuses one of them', async () => {
    Object.assign(server.standing, { maxConcurrency: 16 });
    const listener = await listening(2);
    server.gateway.closeAll(4014);
    expect(await listener.ended).toMatch(/Privileged Gateway Intents/u);
  });
});
