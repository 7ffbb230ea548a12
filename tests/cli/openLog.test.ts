import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answering } from '../../src/cli/answering.ts';
import type { Io } from '../../src/cli/io.ts';
import { openLog } from '../../src/cli/openLog.ts';
import { readConfig } from '../../src/readConfig.ts';

const token = '123456789:AAvery-secret';

async function opened(env: Record<string, string>, at: 'terminal' | 'pipe' = 'pipe') {
  const lines: string[] = [];
  const read = readConfig({ TELEGRAM_TOKEN: token, ...env });
  if (!read.ok) throw new Error(read.problems.join());
  const io = {
    err: (line: string) => void lines.push(line),
    terminal: () => ({ columns: 80, styled: false }),
    ...(at === 'terminal' ? { progress: () => {} } : {}),
  };
  return { log: await openLog(io as unknown as Io, read.config), lines };
}

describe('the log', () => {
  it('is JSON for a program: facts, then one sentence', async () => {
    const { log, lines } = await opened({});
    log.info({ story: 's1' }, 'Lumora and Arctic Optics team up');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { level: 30, time: expect.any(String), story: 's1', msg: 'Lumora and Arctic Optics team up' },
    ]);
  });

  it.each([
    ['at a terminal', {}, 'terminal'],
    ['where it is asked for', { LOG_FORMAT: 'pretty' }, 'pipe'],
  ] as const)('is a line for a person %s', async (_where, env, at) => {
    const { log, lines } = await opened(env, at);
    log.warn({ feed: 'https://a.example/feed' }, 'a.example does not answer');
    await tick();
    expect(lines).toEqual([
      expect.stringMatching(/^\[\d\d:\d\d:\d\d\] WARN: a\.example does not answer \{"feed":"https:/u),
    ]);
  });

  it.each([{ LOG_FORMAT: 'json' }, { LOG_FORMAT: 'pretty' }])(
    'never shows a token, wherever it stands (%o)',
    async (env) => {
      const { log, lines } = await opened(env);
      const error = new Error(`GET https://api.telegram.org/bot${token}/getMe failed`);
      log.error({ error, url: `/bot${token}`, [token]: 1 }, `with ${token}`);
      await tick();
      expect(lines.join('\n')).toContain('bot****/getMe failed');
      expect(lines.join('\n')).not.toContain('very-secret');
    },
  );

  it.each([
    ['LLM_KEY', 'sk-very-secret', 'sk-very-secret'],
    ['WEBHOOK_SECRET', 'whsec_very-secret-key', 'whsec_very-secret-key'],
    ['STORE_URL', 'postgres://bot:very-secret@db/bot', 'postgres://bot:very-secret@db/bot'],
    ['QUEUE_URL', 'redis://:very%2Dsecret@redis:6379', 'redis://:very-secret@redis:6379'],
  ])('never shows what %s holds', async (name, value, said) => {
    const { log, lines } = await opened({ [name]: value });
    log.error({ error: new Error(`${value} failed`) }, `connecting to ${said}`);
    expect(lines.join()).toContain('****');
    expect(lines.join()).not.toMatch(/very(?:-|%2D)secret/u);
  });
});

describe('answering a command', () => {
  const call = { command: 'latest', from: { platform: 'discord' }, options: { company: 'Leica' } };

  it('writes one line with a request id, and nothing of what was asked', async () => {
    const { log, lines } = await opened({});
    expect(await answering(async () => 'fine', log)(call)).toBe('fine');
    expect(JSON.parse(lines.join())).toMatchObject({
      request: expect.stringMatching(/^[0-9a-f]{8}$/u),
      command: 'latest',
      msg: 'command answered',
    });
    expect(lines.join()).not.toContain('Leica');
  });

  it('hands a failure on with the id of its request', async () => {
    const { log, lines } = await opened({});
    const broken = answering(async () => Promise.reject(new Error('disk full')), log)(call);
    await expect(broken).rejects.toThrow(/^request [0-9a-f]{8} failed$/u);
    expect(lines).toEqual([]);
  });
});
