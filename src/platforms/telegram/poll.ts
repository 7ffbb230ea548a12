import type { Update } from 'telegraf/types';
import type { Api } from './api.ts';
import { persist, type Persistence } from './persist.ts';
import { unseen, wanted } from './updates.ts';

/** A getUpdates request that was held for the full time still has to travel. */
const marginMs = 10_000;
/**
 * Long polling until the signal is aborted, or until it is pointless: then the reason is returned.
 * We poll ourselves, through telegraf's client, because telegraf's own polling ends for good on 409 and 400,
 * waits for all handlers of a batch before it asks again, and retries every 5 s without listening to `stop()`.
 */
export async function poll(
  api: Api,
  persistence: Persistence,
  onUpdate: (update: Update) => void,
): Promise<string | undefined> {
  const { timing, signal } = persistence;
  const isNew = unseen();
  let offset = 0;
  for (;;) {
    const heard = await persist(
      () =>
        api.call(
          'getUpdates',
          { offset, timeout: timing.poll / 1000, allowed_updates: [...wanted] },
          { timeoutMs: timing.poll + marginMs, signal },
        ),
      persistence,
    );
    if (heard.is === 'ended') return heard.reason;
    if (heard.is === 'closed') break;
    for (const update of heard.result) {
      offset = update.update_id + 1;
      if (isNew(update.update_id)) onUpdate(update);
    }
  }
  // Tells Telegram what was read; else the next start would answer it once more.
  if (offset > 0) await api.call('getUpdates', { offset, limit: 1, timeout: 0 }, { timeoutMs: timing.stop });
  return undefined;
}
