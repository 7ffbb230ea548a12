import { readFile } from 'node:fs/promises';
import { parse, parsedLine } from '../pipeline/parse/parse.ts';
import { inEnglish } from '../words/sentence.ts';
import type { Subcommand } from './io.ts';

/** Feed documents → one JSON line per file. */
export const parseFiles: Subcommand = async ({ args, out, err }) => {
  if (args.length === 0) {
    err('parse needs at least one file: npm run -s pactwire -- parse feed.xml');
    return 2;
  }
  let failed = false;
  for (const file of args) {
    const body = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
    const parsed =
      body instanceof Error
        ? ({ ok: false, reason: `${file} cannot be read (${body.code})` } as const)
        : await parse(body, {});
    if (!parsed.ok) {
      failed = true;
      err(`${file}: ${inEnglish(parsed.reason)}`);
    }
    await out(`${JSON.stringify(parsedLine(file, parsed))}\n`);
  }
  return failed ? 1 : 0;
};
