import { describe } from 'vitest';
import { found, type Server, startServer } from './server.ts';

const program = found('redis-server');

export const startRedis = async (...options: readonly string[]): Promise<Server> =>
  startServer({
    name: 'redis',
    url: (port) => `redis://127.0.0.1:${port}`,
    command: (port, folder) => [
      program ?? 'redis-server',
      '--bind',
      '127.0.0.1',
      '--port',
      `${port}`,
      '--dir',
      folder,
      '--save',
      '',
      ...options,
    ],
  });

/** Every write reaches the disk before it is answered, so that a kill loses nothing. */
export const durable = ['--appendonly', 'yes', '--appendfsync', 'always'] as const;

if (program === undefined)
  process.stderr.write(
    'SKIPPED: every suite on Redis, since it is not installed (apt-get install redis-server).\n',
  );

/** A suite on a real Redis, skipped where none is installed. */
export const describeOnRedis = program === undefined ? describe.skip : describe;
