import { heartbeatKey } from '../heartbeat.ts';
import { memory } from '../memory.ts';
import { openStore } from '../store/openStore.ts';
import { configured } from './configured.ts';
import type { Subcommand } from './io.ts';

const silentMs = 3 * 60_000;

/** Whether the bot that shares this store is alive: it leaves a sign every minute. For container health checks. */
export const health: Subcommand = async (io) => {
  const config = configured(io);
  if (!config) return 2;
  const store = await openStore(config.storeUrl);
  try {
    const seen = await memory(store).vitals.get(heartbeatKey(config));
    if (seen !== undefined && Date.now() - seen < silentMs) return 0;
    io.err(
      seen === undefined
        ? 'The bot has left no sign in this store yet: is it running with the same STORE_URL?'
        : `The bot has left no sign since ${new Date(seen).toISOString()}: look at its log and restart it.`,
    );
    return 1;
  } finally {
    await store.close();
  }
};
