import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { evaluate } from '../detect/evaluate/evaluate.ts';
import { table } from '../detect/evaluate/table.ts';
import type { Subcommand } from './io.ts';
import { labelledItems } from './labelledItems.ts';

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
  const items = await labelledItems(createReadStream(file), err);
  await out(table(evaluate(items, folds === 0 ? undefined : folds)));
  return 0;
};
