import type { z } from 'zod';

/** One setting: everything that parsing, `.env.example` and README's table need to know of it. */
export interface Setting {
  readonly name: string;
  readonly schema: z.ZodType;
  /** As it would be written in `.env`; absent means "not set". */
  readonly fallback?: string;
  readonly example: string;
  /** Holds a token or a password: it may also stand in a file that `<NAME>_FILE` names. */
  readonly secret?: true;
  /** What it is for, in one sentence. */
  readonly sentence: string;
}
