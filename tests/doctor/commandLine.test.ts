import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, pactwire } from '../cli/pactwire.ts';
import { discord, healthy, onFreshPlatforms, telegram } from './patient.ts';

onFreshPlatforms();

const telegramToken = '123456789:AAvery-secret_token';

describe('pactwire doctor', () => {
  const tell = (env: Record<string, string>, ...args: string[]) =>
    inFolder((cwd) => pactwire(['doctor', ...args], { cwd, env }));

  it.each([
    [
      'a misspelt setting',
      { DISCORD_TOKN: 'x' },
      /DISCORD_TOKN is not a setting/u,
      /Did you mean DISCORD_TOKEN=/u,
    ],
    [
      'a malformed setting',
      { POLL_INTERVAL: '15' },
      /POLL_INTERVAL must be a number/u,
      /For example POLL_INTERVAL=/u,
    ],
    [
      'a part of the work without a queue',
      { ROLES: 'poll' },
      /ROLES names a part of the work/u,
      /^Set QUEUE_URL=redis/u,
    ],
    [
      'the token of the other platform',
      { DISCORD_TOKEN: telegramToken },
      /DISCORD_TOKEN looks like a token of Telegram/u,
      /^Move it to TELEGRAM_TOKEN\./u,
    ],
    [
      'a token in quotation marks',
      { TELEGRAM_TOKEN: `"${telegramToken}"` },
      /TELEGRAM_TOKEN stands in quotation marks/u,
      /^Leave them out\./u,
    ],
    [
      'the number of the application for its token',
      { DISCORD_TOKEN: '105242423423423423' },
      /is the number of an application/u,
      /^Copy the token instead, from https:\/\/discord/u,
    ],
    [
      'a webhook without a secret',
      { WEBHOOK_URL: 'https://a.example/hook' },
      /WEBHOOK_URL needs WEBHOOK_SECRET/u,
      /^Make one with "openssl rand/u,
    ],
    [
      'a language model without a name',
      { LLM_URL: 'http://ollama:11434/v1' },
      /LLM_URL needs the name of the model/u,
      /^Set LLM_MODEL too/u,
    ],
    [
      'a time limit of nothing',
      { FETCH_TIMEOUT: '0s' },
      /FETCH_TIMEOUT must be longer than nothing/u,
      /^For example FETCH_TIMEOUT=/u,
    ],
    [
      'a secret file that is not there',
      { TELEGRAM_TOKEN_FILE: '/gone' },
      /cannot be read/u,
      /Put the secret at \/gone/u,
    ],
  ])('says how to mend %s, as JSON, and exits with 1', async (_name, env, says, mend) => {
    const { lines, code } = await tell(env, '--json');
    expect(lines).toEqual([
      {
        is: 'trouble',
        check: 'settings',
        says: expect.stringMatching(says),
        mend: expect.stringMatching(mend),
      },
    ]);
    expect(code).toBe(1);
    expect(JSON.stringify(lines)).not.toContain('very-secret');
  });

  it('says which line of .env is none, and nothing of what it holds', () =>
    inFolder(async (cwd) => {
      await writeFile(join(cwd, '.env'), `# mine\nTELEGRAM_TOKEN: ${telegramToken}\nPACKS=none\n`);
      const { out, code } = await pactwire(['doctor'], { cwd });
      expect([out, code]).toEqual([
        'mend  settings  Line 2 of .env says TELEGRAM_TOKEN without an equals sign. → Write it as TELEGRAM_TOKEN=…\n',
        1,
      ]);
    }));

  it('says it in a line each, without a token in sight', async () => {
    Object.assign(telegram.webhook, { url: 'https://old.example/secret-path' });
    const { out, code } = await tell(healthy('.').env);
    expect(out).toMatch(/^ok {4}settings /mu);
    expect(out).toMatch(
      /^mend {2}telegram {2}Telegram sends commands to a webhook at old\.example .* → Stop/mu,
    );
    expect(code).toBe(1);
    for (const secret of [discord.token, telegram.token, 'secret-path']) expect(out).not.toContain(secret);
  });
});
