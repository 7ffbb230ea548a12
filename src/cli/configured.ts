import type { Config } from '../config.ts';
import { readConfig } from '../readConfig.ts';
import { envFile } from './envFile.ts';
import type { Io } from './io.ts';

/** The settings from the environment and `.env`; problems are said, one sentence each, and give `undefined`. */
export function configured({ env, err }: Pick<Io, 'env' | 'err'>): Config | undefined {
  const file = envFile();
  const read = readConfig(env, file?.values);
  const problems = [...(file?.problems ?? []), ...(read.ok ? [] : read.problems)];
  if (read.ok && problems.length === 0) return read.config;
  for (const problem of problems) err(problem);
  return undefined;
}
