import { statSync } from 'node:fs';
import { parseArgs, styleText } from 'node:util';
import { type Diagnosis, diagnoses } from '../diagnosis.ts';
import { freeBytes } from '../doctor/disk.ts';
import { examine } from '../doctor/examine.ts';
import { readConfig } from '../readConfig.ts';
import { envFile } from './envFile.ts';
import type { Io, Subcommand } from './io.ts';
import { misfitting } from './misfitting.ts';

/** Checks everything the bot needs and says, a line each, what is fine and how to mend the rest. */
export const doctor: Subcommand = async (io) => {
  const { json = false } = parseArgs({ args: [...io.args], options: { json: { type: 'boolean' } } }).values;
  let troubles = 0;
  for await (const diagnosis of all(io)) {
    if (diagnosis.is === 'trouble') troubles += 1;
    await io.out(json ? `${JSON.stringify(diagnosis)}\n` : line(diagnosis, io.terminal().styled));
  }
  return troubles > 0 ? 1 : 0;
};

async function* all({ env }: Io): AsyncGenerator<Diagnosis> {
  const { ok, advice, trouble } = diagnoses('settings');
  const file = envFile();
  const read = readConfig(env, file?.values);
  const misfit = read.ok ? misfitting(read.config) : undefined;
  const problems = [
    ...(file?.problems ?? []),
    ...(read.ok ? [] : read.problems),
    ...(misfit === undefined ? [] : [misfit]),
  ];
  for (const problem of problems) {
    const colon = problem.indexOf(': ');
    yield trouble(`${problem.slice(0, colon)}.`, sentence(problem.slice(colon + 2)));
  }
  if (!read.ok || problems.length > 0) return;
  yield ok(`All settings can be read${file === undefined ? '; there is no .env file' : ''}.`);
  if (file !== undefined && /TOKEN=./u.test(file.text) && (statSync('.env').mode & 0o044) !== 0) {
    yield advice('Everybody on this machine can read the tokens in .env.', 'Run: chmod 600 .env');
  }
  yield* examine(read.config, { now: Date.now, freeBytes });
}

const sentence = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

const marks = { ok: ['ok', 'green'], advice: ['note', 'yellow'], trouble: ['mend', 'red'] } as const;

/** One line: how it is, what was looked at, what was found and, where there is something to do, what. */
function line(diagnosis: Diagnosis, styled: boolean): string {
  const [word, colour] = marks[diagnosis.is];
  const mark = word.padEnd(4);
  const shown = styled ? styleText(colour, mark, { validateStream: false }) : mark;
  const mend = diagnosis.is === 'ok' ? '' : ` → ${diagnosis.mend}`;
  return `${shown}  ${diagnosis.check.padEnd(9)} ${diagnosis.says}${mend}\n`;
}
