import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { FakeDiscord } from './fakes/discord/fakeDiscord.ts';
import type { FakeTelegram } from './fakes/telegram/fakeTelegram.ts';

/** The bot as people run it: a process of its own. */
export interface Bot {
  readonly pid: number;
  /** Everything it wrote to stderr so far. */
  log(): string;
  /** Its exit code, once it has ended by itself or was made to. */
  readonly ended: Promise<number | null>;
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
  /** The account it runs as, by number. */
  readonly uid?: number;
  /** No file of it can grow beyond so many bytes, as on a full disk. */
  readonly largestFile?: number;
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
  const { cwd, uid, largestFile, flags = [] } = surroundings;
  const node = [process.execPath, ...flags, resolve('src/main.ts'), 'start'];
  const [command = '', ...args] = largestFile === undefined ? node : [...limited(largestFile), ...node];
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...environment(surroundings) },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
  });
  let written = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const ended = new Promise<number | null>((settle) => child.once('close', settle));
  return {
    pid: child.pid ?? 0,
    log: () => written,
    ended,
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

/** POSIX counts in blocks of 512 bytes; with the signal ignored, a write beyond the limit fails as on a full disk. */
const limited = (bytes: number): readonly string[] => [
  'sh',
  '-c',
  `trap '' XFSZ; ulimit -f ${Math.ceil(bytes / 512)}; exec "$0" "$@"`,
];
