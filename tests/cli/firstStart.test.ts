import { existsSync, readFileSync, statSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { firstStart, isFirstStart } from '../../src/cli/firstStart.ts';
import type { Io } from '../../src/cli/io.ts';
import { inFolder } from './pactwire.ts';

afterEach(() => vi.restoreAllMocks());

/** A person who waits for each question and types an answer. */
async function asked(...answers: readonly string[]): Promise<{ written: boolean; shown: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.setEncoding('utf8').on('data', (text: string) => (shown += stripVTControlCharacters(text)));
  const questions = [/Discord bot token/u, /Telegram bot token/u, /Which news/u];
  const done = firstStart({ input, output });
  for (const [at, answer] of answers.entries()) {
    await vi.waitFor(() => expect(shown).toMatch(questions[Math.min(at, 2)] ?? /$/u));
    input.write(answer);
  }
  return { written: await done, shown };
}

const inItsFolder = (work: () => Promise<void>) =>
  inFolder(async (folder) => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      await work();
    } finally {
      process.chdir(before);
    }
  });

describe('the first start', () => {
  it('asks three questions and writes .env, for its owner alone', () =>
    inItsFolder(async () => {
      const { written, shown } = await asked('MTA1.abc.def-ghi\r', '123456:AAbcd\r', '\r');
      expect(written).toBe(true);
      expect(readFileSync('.env', 'utf8').split('\n').slice(1, 4)).toEqual([
        'DISCORD_TOKEN=MTA1.abc.def-ghi',
        'TELEGRAM_TOKEN=123456:AAbcd',
        'PACKS=tech-en,press-releases',
      ]);
      expect(statSync('.env').mode & 0o777).toBe(0o600);
      expect(shown).not.toContain('MTA1.abc');
    }));

  it('takes Enter for an answer', () =>
    inItsFolder(async () => {
      expect((await asked('\r', '\r', '\r')).written).toBe(true);
      expect(readFileSync('.env', 'utf8')).not.toContain('TOKEN');
    }));

  it('writes nothing when the person leaves', () =>
    inItsFolder(async () => {
      const { written, shown } = await asked('\u0003');
      expect([written, existsSync('.env')]).toEqual([false, false]);
      expect(shown).toContain('Nothing was written');
    }));

  const person = { input: new PassThrough(), output: new PassThrough() };
  it.each<[string, Partial<Io>, boolean]>([
    ['somebody at a terminal, without settings', { person, env: { HOME: '/root' } }, true],
    ['a service, without settings', { env: {} }, false],
    ['somebody who gave a setting', { person, env: { PACKS: 'tech-ja' } }, false],
    ['somebody whose token is in a file', { person, env: { DISCORD_TOKEN_FILE: '/x' } }, false],
  ])('%s: asked is %#', (_name, io, is) => inItsFolder(async () => expect(isFirstStart(io as Io)).toBe(is)));
});
