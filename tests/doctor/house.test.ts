import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeOnRedis, startRedis } from '../servers/redis.ts';
import { type Case, discord, examined, mending, onFreshPlatforms, troubles } from './patient.ts';

onFreshPlatforms();

const cases: readonly Case[] = [
  [
    'a store that is a folder',
    async ({ folder, env }) => {
      await mkdir(join(folder, 'store'));
      env['STORE_URL'] = `sqlite:${join(folder, 'store')}`;
    },
    'store',
    /cannot be opened as a database/u,
    /^Name a file/u,
  ],
  [
    'a store that is no database',
    async ({ folder, env }) => {
      await writeFile(join(folder, 'notes.db'), 'buy milk '.repeat(200));
      env['STORE_URL'] = `sqlite:${join(folder, 'notes.db')}`;
    },
    'store',
    /damaged or not a SQLite database/u,
    /^Restore a backup/u,
  ],
  [
    'a memory that ends with the process',
    ({ env }) => Object.assign(env, { STORE_URL: 'memory:' }),
    'store',
    /until the bot stops/u,
    /STORE_URL=sqlite:/u,
  ],
  [
    'a full disk',
    (patient) => Object.assign(patient, { machine: { ...patient.machine, freeBytes: async () => 90e6 } }),
    'disk',
    /Only 85 MB/u,
    /Free some space/u,
  ],
  [
    'a clock that runs ahead',
    (patient) => Object.assign(patient, { machine: { ...patient.machine, now: () => Date.now() + 600_000 } }),
    'clock',
    /10 min ahead/u,
    /time synchronisation/u,
  ],
  [
    'feeds at a private address that is not allowed',
    ({ env }) => Object.assign(env, { FEEDS_ALLOW_PRIVATE: 'none' }),
    'network',
    /None of 1 publishers/u,
    /FEEDS_ALLOW_PRIVATE/u,
  ],
  [
    'a network without a way out',
    (patient) => Object.assign(patient, { feedUrl: 'http://127.0.0.1:1/feed' }),
    'network',
    /None of 1 publishers/u,
    /DNS and the firewall/u,
  ],
  [
    'a feed pack that does not exist',
    ({ env }) => Object.assign(env, { PACKS: 'tech-eng' }),
    'feeds',
    /tech-eng/u,
    /^Did you mean tech-en\?/u,
  ],
  [
    'a queue server that is down',
    ({ env }) => Object.assign(env, { QUEUE_URL: 'redis://:secret@127.0.0.1:1' }),
    'queue',
    /^Nothing that carries the jobs answers at 127\.0\.0\.1:1 \(ECONNREFUSED\)/u,
    /correct QUEUE_URL/u,
  ],
  [
    'a database server for the jobs that is down',
    ({ env }) => Object.assign(env, { QUEUE_URL: 'postgres://bot:secret@127.0.0.1:1/jobs' }),
    'queue',
    /answers at 127\.0\.0\.1:1 \(ECONNREFUSED\)/u,
    /correct QUEUE_URL/u,
  ],
  [
    'a port that another program has',
    ({ env }) => Object.assign(env, { HTTP_PORT: new URL(discord.apiUrl).port }),
    'web',
    /^Another program has port \d+ of 127\.0\.0\.1/u,
    /choose another HTTP_PORT/u,
  ],
  [
    'an address that this machine does not have',
    ({ env }) => Object.assign(env, { HTTP_PORT: '8080', HTTP_HOST: '192.0.2.1' }),
    'web',
    /no address 192\.0\.2\.1/u,
    /HTTP_HOST to 127\.0\.0\.1/u,
  ],
  [
    'jobs that fail for ever',
    (patient) => Object.assign(patient, { stuckJobs: 3 }),
    'queue',
    /3 of 3 waiting jobs \(deliver\) fail/u,
    /Look in the log/u,
  ],
];

describe('the doctor', () => {
  it('finds nothing to mend in a bot that is set up as README says', async () => {
    const found = await examined(() => {});
    expect(troubles(found)).toEqual([]);
    expect(found.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['disk', 'store', 'queue', 'network', 'clock', 'discord', 'telegram']),
    );
    expect(found.map(({ says }) => says).join('\n')).toContain(
      `client_id=${discord.application}&scope=bot+applications.commands&permissions=`,
    );
  });

  it('names the permissions that its invite link asks for, and no other', async () => {
    const found = await examined(() => {});
    const [, bits = ''] = /permissions=(\d+)/u.exec(found.map(({ says }) => says).join('\n')) ?? [];
    expect(BigInt(bits)).toBe(discord.standing.permissions);
  });

  it.each(cases)('says how to mend %s', async (_name, arrange, check, says, mend) => {
    expect(troubles(await examined(arrange))).toContainEqual(mending(check, says, mend));
  });
});

describeOnRedis('the doctor asks Redis and', () => {
  const options = ['--requirepass', 'right', '--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru'];

  it('says how to mend a wrong password, and a Redis that throws jobs away', async () => {
    const redis = await startRedis(...options);
    const asked = async (password: string) =>
      troubles(await examined(({ env }) => (env['QUEUE_URL'] = redis.url.replace('//', `//:${password}@`))));
    expect(await asked('wrong')).toContainEqual(
      mending('queue', /does not let us in/u, /into QUEUE_URL \(redis:\/\/user:password@host/u),
    );
    expect(await asked('right')).toContainEqual(
      mending('queue', /throws things away .* \(allkeys-lru\)/u, /noeviction/u),
    );
    await redis.close();
  });
});
