import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { train } from '../detect/learn/train.ts';
import { modelFiles } from '../detect/models.ts';
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
  for (const [name, path] of modelFiles) {
    await mkdir(new URL('.', path), { recursive: true });
    await writeFile(path, `${JSON.stringify(models[name], null, 1)}\n`);
  }
  await out(`Learnt from ${items.length} items. Review with: git diff --stat src/detect/models\n`);
  return 0;
};
