import { describe, expect, it } from 'vitest';
import { inFolder, pactwire } from '../cli/pactwire.ts';
import { discord, healthy, telegram } from './patient.ts';

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
  });

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
