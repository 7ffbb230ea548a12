import type { Readable, Writable } from 'node:stream';

/** What a subcommand may touch of the process; handed in by `main.ts`, so that each is testable as a function. */
export interface Io {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Resolves when the reader keeps up again, so that a slow pipe holds us back instead of filling memory. */
  out(text: string): Promise<void>;
  /** One sentence for a person. */
  err(sentence: string): void;
  /** Writes to the terminal behind stderr; absent when stderr is no terminal. */
  readonly progress?: (text: string) => void;
  /** Somebody who can be asked: both ends of a terminal; absent in pipes, containers and services. */
  readonly person?: { readonly input: Readable; readonly output: Writable };
  readonly terminal: () => { readonly columns: number; readonly styled: boolean };
  /** Processor time so far, the resident memory and the highest that it was, of this process. */
  usage(): { readonly cpuMs: number; readonly mb: number; readonly peakMb: number };
  /** Collects all garbage and gives its memory back to the system; does nothing without `--expose-gc`. */
  collect(): void;
  /** Resolves when the person or the system asks the process to stop; from the first call on, we stop in our own time. */
  stopped(): Promise<void>;
}

/** 0 fine · 1 something failed and was said · 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

export type Subcommand = (io: Io) => Promise<ExitCode>;
