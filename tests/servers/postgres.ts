import { execFileSync } from 'node:child_process';
import { chownSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { describe } from 'vitest';
import { found, type Server, startServer } from './server.ts';

const program = found('postgres', ...globSync('/usr/lib/postgresql/*/bin/postgres'));

/** PostgreSQL refuses to run as root. */
const uid =
  program !== undefined && process.getuid?.() === 0
    ? Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }))
    : undefined;

export const startPostgres = async (): Promise<Server> =>
  startServer({
    name: 'postgres',
    url: (port) => `postgres://pactwire@127.0.0.1:${port}/postgres`,
    prepare(folder) {
      if (uid !== undefined) chownSync(folder, uid, uid);
      execFileSync(
        join(dirname(program ?? ''), 'initdb'),
        ['-D', folder, '-U', 'pactwire', '-A', 'trust', '-E', 'UTF8', '--locale', 'C', '--no-sync'],
        { stdio: 'ignore', cwd: folder, ...(uid !== undefined && { uid }) },
      );
    },
    command: (port, folder) => [
      program ?? 'postgres',
      '-D',
      folder,
      '-k',
      folder,
      '-h',
      '127.0.0.1',
      '-p',
      `${port}`,
      '-c',
      'fsync=off',
    ],
    async isReady(port) {
      const client = new Client({ host: '127.0.0.1', port, user: 'pactwire', database: 'postgres' });
      try {
        await client.connect();
        return true;
      } catch {
        return false;
      } finally {
        await client.end();
      }
    },
    // Fast shutdown: its worker processes outlive a kill of the first one for a moment and hold the port.
    signal: 'SIGINT',
    ...(uid !== undefined && { uid }),
  });

if (program === undefined)
  process.stderr.write(
    'SKIPPED: every suite on PostgreSQL, since it is not installed (apt-get install postgresql).\n',
  );

/** A suite on a real PostgreSQL, skipped where none is installed. */
export const describeOnPostgres = program === undefined ? describe.skip : describe;
