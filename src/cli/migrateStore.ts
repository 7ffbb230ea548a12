import { parseArgs } from 'node:util';
import { memory, shelfNames } from '../memory.ts';
import { copyStore } from '../store/copyStore.ts';
import { openStore } from '../store/openStore.ts';
import type { Store } from '../store/store.ts';
import type { Io, Subcommand } from './io.ts';
import { progress } from './progress.ts';

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
    io.err(
      'Name two stores: npm run -s pactwire -- migrate-store sqlite:./data/pactwire.db redis://localhost:6379',
    );
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
      await copyAll(io, from, to);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
  io.err('Everything is there and was compared. Now start the bot with the new STORE_URL.');
  return 0;
};

/** A line for each shelf that has something; on a terminal also a bar, since a large store takes minutes. */
async function copyAll(io: Io, from: Store, to: Store): Promise<void> {
  const bar = progress(io.progress);
  let [shelves, handled] = [0, 0];
  try {
    await copyStore(from, to, shelfNames, {
      compare: true,
      onEntries(shelf, entries) {
        handled += entries;
        bar.show(shelves, shelfNames.length, `shelves, ${handled} entries (${shelf})`);
      },
      async onShelf({ shelf, entries, written }) {
        shelves += 1;
        bar.clear();
        if (entries > 0) await io.out(`${shelf}: ${entries} entries, ${written} copied\n`);
      },
    });
  } finally {
    bar.clear();
  }
}
