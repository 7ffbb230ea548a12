import type { Update } from 'telegraf/types';
import type { Api } from './api.ts';
import { persist, type Persistence } from './persist.ts';

/** A getUpdates request that was held for the full time still has to travel. */
const marginMs = 10_000;
const remembered = 1_000;
/** The kinds of updates we understand; Telegram sends no others. */
const wanted = ['message', 'channel_post', 'callback_query', 'my_chat_member'] as const;

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

/** Telegram delivers at least once. Ids are remembered, not compared, as they may start lower after a quiet week. */
function unseen(): (id: number) => boolean {
  const seen = new Set<number>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    for (const oldest of seen) {
      if (seen.size <= remembered) break;
      seen.delete(oldest);
    }
    return true;
  };
}
