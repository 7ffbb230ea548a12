import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client } from 'pg';
import { openStore } from '../../src/store/openStore.ts';
import { realTime, storeContract } from '../contracts/storeContract.ts';
import { describeOnPostgres, startPostgres } from '../servers/postgres.ts';
import { freePort, type Server } from '../servers/server.ts';

describeOnPostgres('a store on PostgreSQL', () => {
  let postgres: Server;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => postgres.close());
  const empty = async (): Promise<void> => {
    const client = new Client(postgres.url);
    await client.connect();
    await client.query('DROP SCHEMA IF EXISTS pactwire CASCADE');
    await client.end();
  };

  storeContract(
    'postgres:',
    async () => {
      await empty();
      return openStore(postgres.url);
    },
    realTime,
  );

  it('lets two processes make the same shelf at once', async () => {
    await empty();
    const stores = await Promise.all(Array.from({ length: 4 }, async () => openStore(postgres.url)));
    const won = await Promise.all(stores.map(async (store) => store.shelf('things').add('a', 1)));
    expect(won.filter(Boolean)).toHaveLength(1);
    await Promise.all(stores.map(async (store) => store.close()));
  });

  it('lives through a restart of the server: calls wait, none is lost', async () => {
    await empty();
    const store = await openStore(postgres.url);
    const shelf = store.shelf<number>('things');
    await shelf.set('before', 1);
    const restarted = postgres.restart();
    const during = Promise.all(Array.from({ length: 20 }, async (_, n) => shelf.add(`${n}`, n)));
    await restarted;
    expect(new Set(await during)).toEqual(new Set([true]));
    expect(await shelf.get('before')).toBe(1);
    await store.close();
  });

  it('says what to do when nothing answers at the address, without the password', async () => {
    const port = await freePort();
    const opening = openStore(`postgres://pactwire:hunter2@127.0.0.1:${port}/postgres`);
    await expect(opening).rejects.toThrow(`PostgreSQL at 127.0.0.1:${port} cannot be used`);
    await expect(opening).rejects.not.toThrow('hunter2');
  });
});
