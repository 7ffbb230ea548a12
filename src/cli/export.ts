import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { memory } from '../memory.ts';
import { openStore } from '../store/openStore.ts';
import { type StoryRecord, storyRecord } from '../stories/storyRecord.ts';
import { configured } from './configured.ts';
import type { Subcommand } from './io.ts';

/** Every story remembered → stdout, one line each, in no particular order and in constant memory. */
export const exportStories: Subcommand = async (io) => {
  const { format = 'jsonl' } = parseArgs({
    args: [...io.args],
    options: { format: { type: 'string' } },
  }).values;
  if (format !== 'jsonl' && format !== 'csv') {
    io.err(
      `--format is csv or jsonl, and "${format}" is neither: npm run -s pactwire -- export --format csv`,
    );
    return 2;
  }
  const config = configured(io);
  if (!config) return 2;
  const store = await openStore(config.storeUrl);
  try {
    if (format === 'csv') await io.out(line(columns));
    for await (const [, story] of memory(store).stories.entries()) {
      if (story.mergedInto !== undefined) continue;
      const record = storyRecord(story);
      await io.out(format === 'csv' ? line(cells(record)) : `${JSON.stringify(record)}\n`);
    }
    return 0;
  } finally {
    await store.close();
  }
};

const columns = [
  'id',
  'firstSeenAt',
  'partners',
  'kind',
  'stage',
  'confidence',
  'language',
  'headline',
  'summary',
  'outlets',
  'urls',
] as const;

/** Lists stand in one cell, an entry a line. */
const cells = (record: StoryRecord): readonly (string | number)[] => [
  record.id,
  record.firstSeenAt,
  record.partners.join('\n'),
  record.kind,
  record.stage,
  record.confidence,
  record.language ?? '',
  record.headline,
  record.summary,
  record.sources.map(({ outlet }) => outlet).join('\n'),
  record.sources.map(({ url }) => url).join('\n'),
];

/** RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it: headlines are not ours. */
const line = (values: readonly (string | number)[]): string =>
  stringify([[...values]], { record_delimiter: 'windows', escape_formulas: true });
