import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/openStore.ts';
import { realTime, storeContract } from '../contracts/storeContract.ts';
import { describeOnRedis, startRedis } from '../servers/redis.ts';
import { freePort, type Server } from '../servers/server.ts';

describeOnRedis('a store on Redis', () => {
  let redis: Server;
  let database = 0;
  beforeAll(async () => {
    redis = await startRedis('--databases', '100');
  });
  afterAll(async () => redis.close());

  storeContract('redis:', async () => openStore(`${redis.url}/${database++}`), realTime);

  it('reads a small shelf whole without scanning a large one', async () => {
    const store = await openStore(`${redis.url}/${database++}`);
    await store.shelf('stories').set('a', 1);
    await store
      .shelf('seen')
      .setMany(Array.from({ length: 20_000 }, (_, n) => ({ key: `${n}`, value: n, ttlMs: 60_000 })));
    const asked = new Redis(redis.url);
    await asked.config('RESETSTAT');
    const found = [];
    for await (const entry of store.shelf('stories').entries()) found.push(entry);
    expect(found).toEqual([['a', 1]]);
    await store.close();
    expect(await asked.info('commandstats')).not.toContain('cmdstat_scan:');
    await asked.quit();
  });

  it('says what to do when nothing answers at the address, without the password', async () => {
    const port = await freePort();
    const opening = openStore(`redis://:hunter2@127.0.0.1:${port}`);
    await expect(opening).rejects.toThrow(`Redis at 127.0.0.1:${port} cannot be used`);
    await expect(opening).rejects.not.toThrow('hunter2');
  }, 15_000);
});
