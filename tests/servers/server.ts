import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A real server in a process of its own, with a port and a data folder of its own. */
export interface Server {
  readonly port: number;
  readonly url: string;
  /** Ends the process at once and starts it again on the same data. */
  restart(): Promise<void>;
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it for good and removes its data. */
  close(): Promise<void>;
}

interface Recipe {
  readonly name: string;
  readonly url: (port: number) => string;
  readonly command: (port: number, folder: string) => readonly [program: string, ...args: string[]];
  readonly prepare?: (folder: string) => void;
  /** Whether it answers, for servers that listen before they do. */
  readonly isReady?: (port: number) => Promise<boolean>;
  readonly uid?: number;
  /** How it is asked to end; by default it is killed. */
  readonly signal?: NodeJS.Signals;
}

export const startServer = async ({
  name,
  url,
  command,
  prepare,
  isReady = isListening,
  uid,
  signal = 'SIGKILL',
}: Recipe): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), `pactwire-${name}-`));
  prepare?.(folder);
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const [program, ...args] = command(port, folder);
    const started = spawn(program, args, { stdio: 'ignore', cwd: folder, ...(uid !== undefined && { uid }) });
    child = started;
    for (let tries = 0; !(await isReady(port)); tries += 1) {
      if (started.exitCode !== null || tries > 500) throw new Error(`${name} does not start.`);
      await pause(20);
    }
  };
  const kill = async (): Promise<void> => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await ended;
  };
  await start();
  return {
    port,
    url: url(port),
    start,
    kill,
    async restart() {
      await kill();
      await start();
    },
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Where a program is, or undefined. */
export const found = (program: string, ...places: readonly string[]): string | undefined => {
  const script = 'for each in "$@"; do command -v "$each" && exit; done; exit 0';
  return (
    execFileSync('sh', ['-c', script, 'sh', program, ...places], { encoding: 'utf8' }).trim() || undefined
  );
};

export const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
};

const isListening = async (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
