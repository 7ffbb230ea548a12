import type { Role } from '../config/roles.ts';
import type { FeedId } from '../model.ts';
import type { Turns } from '../turns.ts';
import { employDeliverers } from './employDeliverers.ts';
import type { House } from './house.ts';
import { hub } from './hub.ts';
import { isMerge, merge } from './merge.ts';
import { poll } from './poll.ts';
import { isStory, publish } from './publish.ts';
import { summarize } from './summarize.ts';
import { tell } from './tell.ts';

/** Pages and models let one wait, and cost little meanwhile. */
const summarizers = 8;
const alone = { concurrency: 1, everywhere: 1 } as const;

export interface Employment {
  readonly has: (role: Role) => boolean;
  /** Polls that are under way or wait for their host. */
  readonly pollers: number;
  /** Makes feeds known that were added elsewhere. */
  readonly listFeeds: () => Promise<void>;
  /** Makes stories known that were told elsewhere. */
  readonly catchUp: () => Promise<void>;
  /** Posts wait for this, so that a story carries all outlets that told it in the round that is running. */
  readonly roundOver: () => Promise<void>;
  /** Who of several processes posts. */
  readonly turns: Turns;
  readonly onError: (error: unknown) => void;
}

/** Gives each kind of job its worker, as far as this process has the role. */
export function employ(house: House, employment: Employment): void {
  const { has, pollers, listFeeds, catchUp, turns, roundOver, onError } = employment;
  const { queue, feeds } = house;
  if (has('poll')) {
    queue.work('poll', { concurrency: pollers }, async (id) => {
      if (!feeds.has(id as FeedId)) await listFeeds();
      return poll(house, id);
    });
    queue.work('hub', { concurrency: 4 }, (id) => hub(house, id));
  }
  if (has('tell'))
    queue.work('tell', alone, async (id) => {
      await catchUp();
      // Stories are changed here alone, so that two changes never meet: an article is told, a summary is taken in, two are one.
      if (isMerge(id)) return merge(house, id);
      return isStory(id) ? publish(house, id) : tell(house, id);
    });
  if (has('tell'))
    queue.work('summarize', { concurrency: summarizers }, async (id) => {
      await catchUp();
      return summarize(house, id);
    });
  if (has('deliver')) employDeliverers(house, turns, roundOver).catch(onError);
}
