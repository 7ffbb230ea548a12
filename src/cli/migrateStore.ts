import { parseArgs } from 'node:util';
import { memory, shelfNames } from '../memory.ts';
import { copyStore } from '../store/copyStore.ts';
import { openStore } from '../store/openStore.ts';
import type { Subcommand } from './io.ts';

const silentMs = 90_000;

/** Copies everything from one store to another: SQLite to Redis or PostgreSQL, or back. */
export const migrateStore: Subcommand = async (io) => {
  const { positionals, values } = parseArgs({
    args: [...io.args],
    allowPositionals: true,
    options: { running: { type: 'boolean' } },
  });
  const [fromUrl, toUrl] = positionals;
  if (fromUrl === undefined || toUrl === undefined || positionals.length > 2) {
    io.err('Name two stores: pactwire migrate-store sqlite:./data/pactwire.db redis://localhost:6379');
    return 2;
  }
  const from = await openStore(fromUrl);
  try {
    const beat = (await memory(from).vitals.get('heartbeat')) ?? 0;
    if (!values.running && Date.now() - beat < silentMs) {
      io.err(
        'The bot was at work on the first store a moment ago. Stop it, wait a minute and a half, and try again; or copy while it runs, with --running, to rehearse.',
      );
      return 1;
    }
    const to = await openStore(toUrl);
    try {
      await copyStore(from, to, shelfNames, {
        compare: true,
        async onShelf({ shelf, entries, written }) {
          if (entries > 0) await io.out(`${shelf}: ${entries} entries, ${written} copied\n`);
        },
      });
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
  io.err('Everything is there and was compared. Now start the bot with the new STORE_URL.');
  return 0;
};
