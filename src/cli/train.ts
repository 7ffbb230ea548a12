import { mkdir, writeFile } from 'node:fs/promises';
import { lessons } from '../detect/learn/lessons.ts';
import { observed, train } from '../detect/learn/train.ts';
import { modelFiles, modelsFolder } from '../detect/models.ts';
import type { Subcommand } from './io.ts';
import { labelledItems } from './labelledItems.ts';

/** Labelled JSONL items → the weights in `src/detect/models/`, for a person to review and commit. */
export const trainOnFiles: Subcommand = async ({ args, out, err }) => {
  if (args.length === 0) {
    err('train wants JSONL files of labelled items: npm run train -- items.jsonl');
    return 2;
  }
  const items = await labelledItems(args, err);
  if (!items) return 1;
  await mkdir(modelsFolder, { recursive: true });
  for (const [name, text] of modelFiles(train([...items, ...lessons()].map(observed))))
    await writeFile(new URL(name, modelsFolder), text);
  await out(`Learnt from ${items.length} items. Review with: git diff src/detect/models\n`);
  return 0;
};
