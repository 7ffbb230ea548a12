import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memory, shelfNames } from '../../src/memory.ts';
import { openStore } from '../../src/store/openStore.ts';
import { describeOnRedis, startRedis } from '../servers/redis.ts';
import type { Server } from '../servers/server.ts';
import { inFolder, pactwire } from './pactwire.ts';

const filled = async (url: string): Promise<void> => {
  const store = await openStore(url);
  const entries = Array.from({ length: 1200 }, (_, n) => ({ key: `${n}`, value: { n }, ttlMs: 3_600_000 }));
  await store.shelf('seen').setMany(entries);
  await store.shelf('stories').set('a', { headline: 'A and B', partners: ['A', 'B'] });
  await store.close();
};
const contents = async (url: string) => {
  const store = await openStore(url);
  const story = await store.shelf('stories').get('a');
  const seen = [];
  for await (const entry of store.shelf('seen').dated()) seen.push(entry);
  await store.close();
  return {
    story,
    seen: seen.length,
    lives: seen.every(({ ttlMs = 0 }) => ttlMs > 3_000_000 && ttlMs <= 3_600_000),
  };
};
const whole = { story: { headline: 'A and B', partners: ['A', 'B'] }, seen: 1200, lives: true };

describe('backup', () => {
  it('writes a file that can be gone back to', () =>
    inFolder(async (cwd) => {
      const url = `sqlite:${join(cwd, 'bot.db')}`;
      await filled(url);
      const running = await openStore(url);
      const ended = await pactwire(['backup', 'copy.db'], { cwd, env: { STORE_URL: url } });
      await running.close();
      expect(ended.code, ended.err).toBe(0);
      expect(await contents(`sqlite:${join(cwd, 'copy.db')}`)).toEqual(whole);
    }));

  it('overwrites nothing', () =>
    inFolder(async (cwd) => {
      const url = `sqlite:${join(cwd, 'bot.db')}`;
      await filled(url);
      const ended = await pactwire(['backup', 'bot.db'], { cwd, env: { STORE_URL: url } });
      expect([ended.code, ended.err]).toEqual([1, expect.stringContaining('name another')]);
    }));
});

describeOnRedis('migrate-store', () => {
  let redis: Server;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(async () => redis.close());

  it('copies SQLite to Redis with all lifetimes, and the second time finds all there', () =>
    inFolder(async (cwd) => {
      const url = `sqlite:${join(cwd, 'bot.db')}`;
      await filled(url);
      const first = await pactwire(['migrate-store', url, redis.url], { cwd });
      expect(first.out, first.err).toContain('seen: 1200 entries, 1200 copied');
      expect(await contents(redis.url)).toEqual(whole);
      const second = await pactwire(['migrate-store', url, redis.url], { cwd });
      expect(second.out).toContain('seen: 1200 entries, 0 copied');
    }));

  it('refuses to copy from under a bot at work', () =>
    inFolder(async (cwd) => {
      const url = `sqlite:${join(cwd, 'bot.db')}`;
      const store = await openStore(url);
      await store.shelf('vitals').set('heartbeat', Date.now());
      await store.close();
      const ended = await pactwire(['migrate-store', url, redis.url], { cwd });
      expect([ended.code, ended.err]).toEqual([1, expect.stringContaining('Stop it')]);
    }));
});

describe('shelfNames', () => {
  it('leaves out nothing but leases', async () => {
    const store = await openStore('memory:');
    expect([...shelfNames, 'leases'].toSorted()).toEqual(Object.keys(memory(store)).toSorted());
    await store.close();
  });
});
