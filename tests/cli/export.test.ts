import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { memory } from '../../src/memory.ts';
import type { Story, StoryId } from '../../src/model.ts';
import { openStore } from '../../src/store/openStore.ts';
import { aSource, aStory } from '../story.ts';
import { inFolder, pactwire } from './pactwire.ts';

const stories: readonly Story[] = [
  aStory(),
  aStory({
    id: 's2' as StoryId,
    headline: '=HYPERLINK("https://evil.example"), "quoted"\nand broken',
    partners: ['明月半导体', 'Lumora'],
    language: 'zh',
    sources: [aSource(), aSource({ outlet: 'The Herald', url: 'https://herald.example/1' })],
  }),
];

const exported = (args: readonly string[]) =>
  inFolder(async (cwd) => {
    const url = `sqlite:${join(cwd, 'pactwire.db')}`;
    const store = await openStore(url);
    await memory(store).stories.setMany(stories.map((value) => ({ key: value.id, value })));
    await store.close();
    return pactwire(['export', ...args], { cwd, env: { STORE_URL: url } });
  });

describe('pactwire export', () => {
  it('writes a JSON line for each story', async () => {
    const { code, lines } = await exported([]);
    expect(code).toBe(0);
    expect(lines.find(({ id }) => id === 's2')).toEqual({
      id: 's2',
      headline: stories[1]?.headline,
      url: 'https://circuit.example/lumora',
      summary: stories[1]?.summary,
      partners: ['明月半导体', 'Lumora'],
      kind: 'product',
      stage: 'announced',
      confidence: 0.9,
      language: 'zh',
      firstSeenAt: '2026-03-02T12:00:00.000Z',
      sources: [
        expect.objectContaining({ outlet: 'The Circuit Post', publishedAt: '2026-03-02T12:00:00.000Z' }),
        expect.objectContaining({ outlet: 'The Herald', url: 'https://herald.example/1' }),
      ],
    });
  });

  it('writes CSV that reads back whole, and no formula for a spreadsheet', async () => {
    const { code, out } = await exported(['--format', 'csv']);
    expect(code).toBe(0);
    const rows: Record<string, string>[] = parse(out, { columns: true });
    expect(rows).toHaveLength(2);
    expect(rows.find(({ id }) => id === 's2')).toMatchObject({
      headline: `'${stories[1]?.headline}`,
      partners: '明月半导体\nLumora',
      outlets: 'The Circuit Post\nThe Herald',
    });
  });

  it('says which formats there are', async () => {
    const { code, err } = await exported(['--format', 'xml']);
    expect([code, err]).toEqual([
      2,
      '--format is csv or jsonl, and "xml" is neither: npm run -s pactwire -- export --format csv\n',
    ]);
  });
});
