import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { FakeDiscord } from './fakes/discord/fakeDiscord.ts';
import type { FakeTelegram } from './fakes/telegram/fakeTelegram.ts';

/** The bot as people run it: a process of its own. */
export interface Bot {
  /** Everything it wrote to stderr so far. */
  log(): string;
  /** Asks it to stop, resolves with its exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

export interface Surroundings {
  readonly cwd: string;
  readonly discord: FakeDiscord;
  readonly telegram: FakeTelegram;
  /** Settings besides those that the fakes need. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options for Node itself. */
  readonly flags?: readonly string[];
}

export const environment = ({ discord, telegram, env = {} }: Surroundings): Record<string, string> => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
  TELEGRAM_TOKEN: telegram.token,
  TELEGRAM_API_URL: telegram.apiUrl,
  PACKS: 'none',
  POLL_INTERVAL: '1ms',
  FEEDS_ALLOW_PRIVATE: '127.0.0.0/8',
  ...env,
});

export function startBot(surroundings: Surroundings): Bot {
  const child = spawn(process.execPath, [...(surroundings.flags ?? []), resolve('src/main.ts'), 'start'], {
    cwd: surroundings.cwd,
    env: { PATH: process.env['PATH'] ?? '', ...environment(surroundings) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let written = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const ended = new Promise<number | null>((settle) => child.once('close', settle));
  return {
    log: () => written,
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
