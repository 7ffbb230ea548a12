import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Setting, settings } from '../src/config.ts';
import { readConfig } from '../src/readConfig.ts';

const problems = (env: Record<string, string>, file: Record<string, string> = {}): readonly string[] => {
  const read = readConfig(env, file);
  return read.ok ? [] : read.problems;
};

describe('readConfig', () => {
  it('needs nothing: every setting has a fallback or may be absent', () => {
    const read = readConfig({});
    expect(read).toMatchObject({
      ok: true,
      config: { storeUrl: 'sqlite:./data/pactwire.db', pollInterval: 900_000 },
    });
  });

  it('lets the environment win over .env and takes an empty value as none', () => {
    const read = readConfig({ POLL_INTERVAL: '30m', PACKS: '' }, { POLL_INTERVAL: '1h', PACKS: 'tech-ja' });
    expect(read).toMatchObject({ ok: true, config: { pollInterval: 1_800_000, packs: ['tech-ja'] } });
  });

  it.each([
    [
      'a duration without a unit',
      { POLL_INTERVAL: '15' },
      /^POLL_INTERVAL must be a number and a unit .*POLL_INTERVAL=30m$/u,
    ],
    [
      'a store nobody knows',
      { STORE_URL: 'mysql://db' },
      /^STORE_URL must start with sqlite:, .*STORE_URL=sqlite:/u,
    ],
    [
      'an address that is none',
      { TELEGRAM_API_URL: 'localhost:8081' },
      /^TELEGRAM_API_URL must be an http or https URL/u,
    ],
    [
      'a confidence above one',
      { LEAST_CONFIDENCE: '80' },
      /^LEAST_CONFIDENCE must be at most 1.*LEAST_CONFIDENCE=0\.8$/u,
    ],
    [
      'a token of the wrong shape',
      { TELEGRAM_TOKEN: 'hello' },
      /^TELEGRAM_TOKEN does not look like a token/u,
    ],
    [
      'a misspelt name',
      { DISCORD_TOKN: 'x' },
      /^DISCORD_TOKN is not a setting: did you mean DISCORD_TOKEN=/u,
    ],
  ])('refuses %s with a corrected example', (_name, env, sentence) => {
    expect(problems(env)).toEqual([expect.stringMatching(sentence)]);
  });

  it('refuses any name in .env that is no setting, but minds its own business in the environment', () => {
    expect(problems({ EDITOR: 'vi', PATH: '/bin' }, { COLOUR: 'blue' })).toEqual([
      expect.stringMatching(/^COLOUR is not a setting/u),
    ]);
  });

  it('reports all problems at once', () => {
    expect(problems({ POLL_INTERVAL: 'x', LOG_LEVEL: 'loud' })).toHaveLength(2);
  });

  it('never shows a token', () => {
    const token = '123456:very-secret';
    const read = readConfig({ TELEGRAM_TOKEN: token, DISCORD_TOKEN: 'no spaces allowed' });
    expect(JSON.stringify(read)).not.toContain('no spaces');
    const fine = readConfig({ TELEGRAM_TOKEN: token });
    for (const shown of [
      JSON.stringify(fine),
      inspect(fine, { depth: 5 }),
      fine.ok && format('%s', fine.config.telegramToken),
    ]) {
      expect(shown).not.toContain('very-secret');
    }
    expect(fine.ok && fine.config.telegramToken?.reveal()).toBe(token);
  });

  const secrets = Object.entries<Setting>(settings)
    .filter(([, { secret }]) => secret)
    .map(([key, { name, example }]) => [name, key, example.replaceAll('…', 'x')] as const);
  const files: Readonly<Record<string, string>> = {
    ...Object.fromEntries(secrets.map(([name, , value]) => [`/run/secrets/${name}`, ` ${value}\n`])),
    '/empty': '\n',
  };
  const open = (path: string): string => {
    const text = files[path];
    if (text === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return text;
  };

  it.each(secrets)('reads %s from the file that its twin names', (name, key, expected) => {
    const read = readConfig({}, { [`${name}_FILE`]: `/run/secrets/${name}` }, open);
    const value = read.ok ? read.config[key as keyof typeof read.config] : read.problems;
    expect(typeof value === 'object' && 'reveal' in value ? value.reveal() : value).toBe(expected);
  });

  it.each([
    [
      'a file that is not there',
      { TELEGRAM_TOKEN_FILE: '/gone' },
      /cannot be read \(ENOENT\): put the secret at \/gone/u,
    ],
    ['an empty file', { TELEGRAM_TOKEN_FILE: '/empty' }, /empty file: write the value of TELEGRAM_TOKEN/u],
    [
      'a secret given twice',
      { DISCORD_TOKEN_FILE: '/run/secrets/DISCORD_TOKEN', DISCORD_TOKEN: 'MTA1.env.token' },
      /are both set: remove one/u,
    ],
    ['a twin of what is no secret', { POLL_INTERVAL_FILE: '/x' }, /^POLL_INTERVAL_FILE is not a setting/u],
  ])('refuses %s', (_name, env, sentence) => {
    const read = readConfig(env, {}, open);
    expect(read.ok ? [] : read.problems).toEqual([expect.stringMatching(sentence)]);
  });

  it.each(Object.values<Setting>(settings).map((setting) => [setting.name, setting] as const))(
    '%s: example and fallback are themselves valid',
    (name, { example, fallback }) => {
      const value = example.replaceAll('…', 'x');
      expect(problems({ [name]: value })).toEqual([]);
      expect(problems({ [name]: fallback ?? '' })).toEqual([]);
    },
  );
});
