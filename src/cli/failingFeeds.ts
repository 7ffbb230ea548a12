import type { HouseEvent } from '../jobs/house.ts';
import type { Log } from '../log.ts';
import type { FeedId } from '../model.ts';
import { inEnglish } from '../words/sentence.ts';

type Failed = Extract<HouseEvent, { is: 'failed' }>;

/** So many feeds are named that fail in one round for one reason; a network that is down needs no list. */
const named = 3;

/** Says when a feed begins to fail and when it heals; what goes on as before is for the curious (debug). */
export function failingFeeds(log: Log) {
  const failing = new Map<FeedId, string>();
  let alike = new Map<string, number>();
  return {
    failed({ feed, kind, reason: because }: Failed, round: number): void {
      const reason = inEnglish(because);
      const facts = { round, feed: feed.url, kind };
      const known = failing.get(feed.id) === kind;
      failing.set(feed.id, kind);
      if (known) return log.debug(facts, reason);
      const before = alike.get(kind) ?? 0;
      alike.set(kind, before + 1);
      if (before < named) return log.warn(facts, reason);
      if (before === named)
        log.warn(
          { round, kind },
          'More feeds fail like that; LOG_LEVEL=debug names each, and so does /feeds.',
        );
      log.debug(facts, reason);
    },
    read({ id, url }: Failed['feed'], round: number): void {
      if (failing.delete(id)) log.info({ round, feed: url }, 'the feed can be read again');
    },
    roundBegins(): void {
      alike = new Map();
    },
  };
}
