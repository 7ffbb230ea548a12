import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { labelledItems } from '../../src/cli/labelledItems.ts';

const readings = new URL('../../src/detect/learn/readings.jsonl', import.meta.url);
interface Read {
  readonly key: string;
  readonly label: string;
  readonly partners: readonly string[];
  readonly kind: string;
}

let folder: string;
let read: Read;
const file = async (name: string, ...items: readonly object[]): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, items.map((item) => `${JSON.stringify(item)}\n`).join(''));
  return path;
};
const refused = (sentence: string): never => {
  throw new Error(sentence);
};

describe('items to learn from', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'labelled-'));
    const lines = (await readFile(readings, 'utf8')).trim().split('\n');
    read = lines.map((line) => JSON.parse(line) as Read).find(({ label }) => label === 'yes') as Read;
  });

  it('keep the judgement that comes with them', async () => {
    const path = await file('judged.jsonl', { key: 'a', title: 'Northwind and Halden', label: 'yes' });
    expect(await labelledItems([path], refused)).toMatchObject([{ key: 'a', label: 'yes' }]);
  });

  it('take it from the readings where they come without, partners and kind too', async () => {
    const path = await file('bare.jsonl', { key: read.key, title: 'Northwind and Halden', group: 'g1' });
    expect(await labelledItems([path], refused)).toMatchObject([{ ...read, group: 'g1' }]);
  });

  it('are no partnerships where no reader has noted one', async () => {
    const path = await file('other.jsonl', { key: 'b', title: 'Northwind lamps in spring' });
    expect(await labelledItems([path], refused)).toMatchObject([{ key: 'b', label: 'no' }]);
  });

  it('count once, as the file says that is named first', async () => {
    const first = await file('first.jsonl', { key: 'c', title: 'Northwind and Halden', label: 'yes' });
    const second = await file('second.jsonl', { key: 'c', title: 'Northwind and Halden' });
    expect(await labelledItems([first, second], refused)).toMatchObject([{ key: 'c', label: 'yes' }]);
  });

  it('are asked for again where a file is missing', async () => {
    const said: string[] = [];
    expect(await labelledItems([join(folder, 'nowhere.jsonl')], (line) => said.push(line))).toBeUndefined();
    expect(said).toEqual([expect.stringContaining('is not there: give the path')]);
  });
});
