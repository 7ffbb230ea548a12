/** The same, ordered so that hosts take turns: a host with many feeds, or a slow one, keeps nobody waiting. */
export function hostsInTurn<Feed>(feeds: readonly Feed[], hostOf: (feed: Feed) => string): readonly Feed[] {
  const turns: Feed[][] = [];
  const seen = new Map<string, number>();
  for (const feed of feeds) {
    const host = hostOf(feed);
    const turn = seen.get(host) ?? 0;
    seen.set(host, turn + 1);
    (turns[turn] ??= []).push(feed);
  }
  return turns.flat();
}
