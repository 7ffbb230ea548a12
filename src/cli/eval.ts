import { parseArgs } from 'node:util';
import { evaluate } from '../detect/evaluate/evaluate.ts';
import { table } from '../detect/evaluate/table.ts';
import type { Subcommand } from './io.ts';
import { labelledItems } from './labelledItems.ts';

/** Labelled JSONL items → a table of how well detection does on them. */
export const evaluateFile: Subcommand = async ({ args, out, err }) => {
  const parsed = parseArgs({
    args: [...args],
    options: { folds: { type: 'string' }, also: { type: 'string', multiple: true, default: [] } },
    allowPositionals: true,
  });
  const folds = Number(parsed.values.folds ?? 0);
  if (parsed.positionals.length === 0 || !Number.isInteger(folds) || folds < 0 || folds === 1) {
    err(
      'eval wants a JSONL file, and may be given folds (2 or more) and files to learn from as well: pactwire eval items.jsonl --folds 5 --also others.jsonl',
    );
    return 2;
  }
  const items = await labelledItems(parsed.positionals, err);
  const also = await labelledItems(parsed.values.also, err);
  if (!items || !also) return 1;
  await out(table(evaluate(items, folds === 0 ? undefined : { folds, also })));
  return 0;
};
