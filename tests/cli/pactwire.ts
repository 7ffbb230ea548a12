import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output read as JSON Lines. */
  readonly lines: readonly Record<string, unknown>[];
}

export interface Given {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

const main = resolve('src/main.ts');

/** Runs the command line as a process of its own, in an empty environment. */
export async function pactwire(
  args: readonly string[],
  { stdin = '', env = {}, cwd }: Given = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  child.stdin.end(stdin);
  const ended = new Promise<number | null>((settle) => child.once('close', settle));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return {
    code: await ended,
    out,
    err,
    get lines() {
      return out
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  };
}

/** A folder that is gone after the work. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'pactwire-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
