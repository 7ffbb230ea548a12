import { detect } from '../detect/detect.ts';
import type { Subcommand } from './io.ts';
import { item } from './items.ts';
import { jsonLines } from './jsonLines.ts';

/** JSONL items on stdin → JSONL findings on stdout, in the same order. */
export const detectItems: Subcommand = async ({ stdin, out, err }) => {
  let failed = false;
  for await (const line of jsonLines(stdin, item)) {
    if (!line.ok) {
      failed = true;
      err(line.reason);
      continue;
    }
    const { key, title, description, language } = line.value;
    const found = detect({ title, text: description, ...(language === undefined ? {} : { language }) });
    const { partnership, confidence, partners, kind, stage, evidence } = found;
    await out(`${JSON.stringify({ key, partnership, confidence, partners, kind, stage, evidence })}\n`);
  }
  return failed ? 1 : 0;
};
