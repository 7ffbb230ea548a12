import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

export interface EnvFile {
  readonly text: string;
  readonly values: Readonly<Record<string, string | undefined>>;
  /** One sentence for each line that looks like a setting and is none. */
  readonly problems: readonly string[];
}

/** `.env` of the folder we run in; undefined when there is none. */
export function envFile(): EnvFile | undefined {
  if (!existsSync('.env')) return undefined;
  const text = readFileSync('.env', 'utf8');
  return { text, values: parseEnv(text), problems: problems(text) };
}

/** Node passes over what it cannot read; what stands there may be a token, so only its name is shown. */
const problems = (text: string): readonly string[] =>
  text.split('\n').flatMap((line, at) => {
    const [, name] = /^\s*([A-Z][A-Z_]{3,})\s*(?::|\s)(?!.*=)/u.exec(line) ?? [];
    return name === undefined
      ? []
      : [`Line ${at + 1} of .env says ${name} without an equals sign: write it as ${name}=…`];
  });
