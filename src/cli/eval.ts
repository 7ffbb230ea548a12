import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { evalFile } from '../detect/evaluate/evalFile.ts';
import type { Subcommand } from './io.ts';

/** Labelled JSONL items → a table of how well detection does on them. */
export const evaluateFile: Subcommand = async ({ args, out, err }) => {
  const parsed = parseArgs({
    args: [...args],
    options: { folds: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = parsed.positionals;
  const folds = Number(parsed.values.folds ?? 0);
  if (file === undefined || !Number.isInteger(folds) || folds < 0 || folds === 1) {
    err('eval wants a JSONL file, and may be given folds (2 or more): pactwire eval items.jsonl --folds 5');
    return 2;
  }
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  await out(await evalFile(lines, folds === 0 ? {} : { folds }));
  return 0;
};
