import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { z } from 'zod';

export type Line<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `reason` is a sentence that names the line. */
  | { readonly ok: false; readonly reason: string };

/** Reads JSON Lines one at a time, checking each against a schema; empty lines are passed over. */
export async function* jsonLines<Schema extends z.ZodType>(
  input: Readable,
  schema: Schema,
): AsyncGenerator<Line<z.output<Schema>>> {
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    const parsed = schema.safeParse(json(text));
    if (parsed.success) yield { ok: true, value: parsed.data };
    else yield { ok: false, reason: `line ${number} is left out: ${problem(parsed.error)}` };
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problem(error: z.ZodError): string {
  const [issue] = error.issues;
  const at = issue?.path.join('.') ?? '';
  return at === '' ? 'it is not a JSON object' : `"${at}" ${issue?.message ?? 'is wrong'}`;
}
