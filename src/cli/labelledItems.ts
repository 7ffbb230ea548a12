import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Labelled } from '../detect/labelled.ts';
import { kinds, stages } from '../model.ts';
import { item } from './items.ts';
import { jsonLines } from './jsonLines.ts';

const labelledItem = item.extend({
  language: z.string(),
  sample: z.string(),
  label: z.enum(['yes', 'no', 'borderline']),
  partners: z.array(z.string()).optional(),
  kind: z.enum(kinds).optional(),
  stage: z.enum(stages).optional(),
});

/** Reads items that readers have judged; a line that is none is said and left out. */
export async function labelledItems(lines: Readable, err: (sentence: string) => void): Promise<Labelled[]> {
  const items: Labelled[] = [];
  for await (const line of jsonLines(lines, labelledItem)) {
    if (line.ok) items.push({ ...line.value, text: line.value.description });
    else err(line.reason);
  }
  return items;
}
