import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/openStore.ts';
import { storeContract } from '../contracts/storeContract.ts';

const folder = mkdtempSync(join(tmpdir(), 'pactwire-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
const path = (): string => join(folder, `${count++}`, 'store.db');

storeContract('sqlite:', async () => openStore(`sqlite:${path()}`));
storeContract('memory:', async () => openStore('memory:'));

describe('openStore', () => {
  it.each([
    ['a path', (file: string) => `sqlite:${file}`],
    ['a path after two slashes', (file: string) => `sqlite://${file}`],
  ])('makes the folder of %s and finds the entries again', async (_, url) => {
    const file = path();
    const first = await openStore(url(file));
    await first.shelf('seen').set('a', 1);
    await first.close();
    expect(statSync(file).isFile()).toBe(true);
    const second = await openStore(url(file));
    expect(await second.shelf('seen').get('a')).toBe(1);
    await second.close();
  });

  it.each(['', 'data/pactwire.db', 'mysql://root:hunter2@localhost/db', 'sqlite:'])(
    'answers the unknown URL %j with a right one, and shows no password',
    async (url) => {
      const error: unknown = await openStore(url).catch((thrown: unknown) => thrown);
      expect(String(error)).toContain('write "sqlite:./data/pactwire.db", "redis://…"');
      expect(String(error)).not.toContain('hunter2');
    },
  );

  it.each([
    ['a folder', (file: string) => mkdirSync(file, { recursive: true }), /name a file \(not a folder\)/],
    ['a text file', (file: string) => writeFileSync(file, 'Dear diary, '.repeat(500)), /restore a backup/],
  ])('says what to do when the path is %s', async (_, prepare, sentence) => {
    const file = path();
    mkdirSync(join(file, '..'), { recursive: true });
    prepare(file);
    await expect(openStore(`sqlite:${file}`)).rejects.toThrow(sentence);
  });

  it('says what to do when a file stands where the folder should be', async () => {
    const file = path();
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '');
    await expect(openStore(`sqlite:${join(file, 'store.db')}`)).rejects.toThrow(/name a file/);
  });
});
