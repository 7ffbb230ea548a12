import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Config } from '../config.ts';
import { readConfig } from '../readConfig.ts';
import type { Io } from './io.ts';

/** The settings from the environment and `.env`; problems are said, one sentence each, and give `undefined`. */
export function configured({ env, err }: Pick<Io, 'env' | 'err'>): Config | undefined {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  const read = readConfig(env, file);
  if (read.ok) return read.config;
  for (const problem of read.problems) err(problem);
  return undefined;
}
