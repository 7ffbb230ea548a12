const remembered = 1_000;

/** The kinds of updates we understand; Telegram sends no others. */
export const wanted = ['message', 'channel_post', 'callback_query', 'my_chat_member'] as const;

/** Telegram delivers at least once. Ids are remembered, not compared, as they may start lower after a quiet week. */
export function unseen(): (id: number) => boolean {
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
