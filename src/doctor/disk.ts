import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Diagnosis, diagnoses } from '../diagnosis.ts';

const { ok, advice, trouble } = diagnoses('disk');
const [scarceMb, amplyMb] = [200, 1_000];

/** How many bytes this user may still write beside a path, whose folder may not exist yet. */
export async function freeBytes(path: string): Promise<number> {
  const folder = dirname(resolve(path));
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    if (folder === '/' || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return freeBytes(folder);
  }
}

/** Whether the disk under the SQLite file has room; stores elsewhere have disks of their own. */
export async function* disk(storeUrl: string, free: typeof freeBytes): AsyncGenerator<Diagnosis> {
  const [, path] = /^sqlite:(?:\/\/)?(.+)$/u.exec(storeUrl) ?? [];
  if (path === undefined) return;
  const mb = Math.floor((await free(path)) / 1_048_576);
  const mend = 'Free some space, or name a file on a larger disk in STORE_URL.';
  if (mb < scarceMb)
    yield trouble(`Only ${mb} MB are free where ${path} is; a full disk stops the bot.`, mend);
  else if (mb < amplyMb) yield advice(`${mb} MB are free where ${path} is.`, mend);
  else yield ok(`${(mb / 1_024).toFixed(1)} GB are free.`);
}
