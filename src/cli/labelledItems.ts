import { createReadStream, existsSync } from 'node:fs';
import { z } from 'zod';
import type { Labelled } from '../detect/labelled.ts';
import { kinds, stages } from '../model.ts';
import { item } from './items.ts';
import { jsonLines } from './jsonLines.ts';

const label = z.enum(['yes', 'no', 'borderline']);

const judgement = {
  partners: z.array(z.string()).optional(),
  kind: z.enum(kinds).optional(),
  stage: z.enum(stages).optional(),
};

const labelledItem = item.extend({
  sample: z.string().default('stream'),
  group: z.string().optional(),
  label: label.optional(),
  ...judgement,
});

const reading = z.object({ key: z.string(), label, ...judgement });

/** What was read of items that come without labels: all others of their files were read, and are none. */
const readings = new URL('../detect/learn/readings.jsonl', import.meta.url);

/** Reads items that readers have judged from JSONL files; a line that is none is said and left out, a missing file ends it. */
export async function labelledItems(
  files: readonly string[],
  err: (sentence: string) => void,
): Promise<Labelled[] | undefined> {
  const missing = files.filter((file) => !existsSync(file));
  for (const file of missing) err(`${file} is not there: give the path of a JSONL file of labelled items.`);
  if (missing.length > 0) return undefined;
  const read = new Map<string, z.infer<typeof reading>>();
  for await (const line of jsonLines(createReadStream(readings), reading))
    if (line.ok) read.set(line.value.key, line.value);
  const items = new Map<string, Labelled>();
  for (const file of files) {
    for await (const line of jsonLines(createReadStream(file), labelledItem)) {
      if (!line.ok) {
        err(`${file}: ${line.reason}`);
        continue;
      }
      const { description, language, label: said, ...rest } = line.value;
      // The file that is named first knows an item best.
      if (items.has(rest.key)) continue;
      items.set(rest.key, {
        ...rest,
        text: description,
        ...(language === undefined ? {} : { language }),
        ...(said === undefined ? (read.get(rest.key) ?? { label: 'no' }) : { label: said }),
      });
    }
  }
  return [...items.values()];
}
