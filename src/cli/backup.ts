import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { backup as copyDatabase, DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { shelfNames } from '../memory.ts';
import { copyStore } from '../store/copyStore.ts';
import { openStore } from '../store/openStore.ts';
import { configured } from './configured.ts';
import type { Subcommand } from './io.ts';

/** Writes all that is remembered into one SQLite file, while the bot runs; the file is whole or not there. */
export const backup: Subcommand = async (io) => {
  const { positionals } = parseArgs({ args: [...io.args], allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    io.err('Name the file to write: npm run -s pactwire -- backup pactwire-backup.db');
    return 2;
  }
  const config = configured(io);
  if (!config) return 2;
  if (existsSync(file)) {
    io.err(`${file} is there already: name another, for example with the date in it.`);
    return 1;
  }
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  const [, path] = /^sqlite:(?:\/\/)?(.+)$/u.exec(config.storeUrl) ?? [];
  if (path === undefined) await copyShelves(config.storeUrl, partial);
  else await copyFile(path, partial);
  await rename(partial, file);
  io.err(
    `All that the bot remembers is in ${file}. To go back to it: stop the bot, and start it with STORE_URL=sqlite:${file}.`,
  );
  return 0;
};

/** SQLite's own backup: a consistent copy, taken page by page between the writes of others. */
const copyFile = async (path: string, to: string): Promise<void> => {
  if (!existsSync(path)) throw new Error(`There is nothing at ${path} yet to back up.`);
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  try {
    await copyDatabase(database, to);
  } finally {
    database.close();
  }
};

/** What changes meanwhile is as it was before or after; every entry is whole. */
const copyShelves = async (url: string, to: string): Promise<void> => {
  const from = await openStore(url);
  try {
    const file = await openStore(`sqlite:${to}`);
    try {
      await copyStore(from, file, shelfNames, { compare: false });
    } finally {
      await file.close();
    }
  } finally {
    await from.close();
  }
};
