import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { train } from '../detect/learn/train.ts';
import { modelFiles, modelsFolder } from '../detect/models.ts';
import type { Subcommand } from './io.ts';
import { labelledItems } from './labelledItems.ts';

/** Labelled JSONL items → the weights in `src/detect/models/`, for a person to review and commit. */
export const trainOnFile: Subcommand = async ({ args: [file], out, err }) => {
  if (file === undefined) {
    err('train wants a JSONL file of labelled items: npm run train -- items.jsonl');
    return 2;
  }
  const items = await labelledItems(createReadStream(file), err);
  const models = train(items);
  await mkdir(modelsFolder, { recursive: true });
  for (const [name, text] of modelFiles(models)) await writeFile(new URL(name, modelsFolder), text);
  await out(`Learnt from ${items.length} items. Review with: git diff --stat src/detect/models\n`);
  return 0;
};
