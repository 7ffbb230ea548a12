import type { HouseEvent } from '../jobs/house.ts';
import type { Log } from '../log.ts';
import { foundSentence } from '../round.ts';

/** Writes one line per outcome; what belongs to one round over the feeds carries the round's number. */
export function chronicle(log: Log): (event: HouseEvent) => void {
  return (event) => {
    switch (event.is) {
      case 'fetched':
        return log.debug(
          { feed: event.feed.url, articles: event.articles, unseen: event.unseen },
          'feed read',
        );
      case 'pushed':
        return log.debug(
          { feed: event.feed.url, articles: event.articles, unseen: event.unseen },
          'feed pushed',
        );
      case 'unchanged':
        return log.debug({ feed: event.feed.url }, 'feed unchanged');
      case 'found':
        return log.info({ feed: event.feed.url, chosen: event.chosen.url }, foundSentence(event));
      case 'failed':
        return log.warn({ feed: event.feed.url, kind: event.kind }, event.reason);
      case 'round':
        return log.debug({ feeds: event.feeds, ms: Math.round(event.ms) }, 'round over');
      case 'told':
      case 'joined':
        return log.info({ story: event.story.id, sources: event.story.sources.length }, event.story.headline);
      case 'delivery':
      case 'edit': {
        const { delivery, outcome } = event;
        const facts = { delivery: delivery.id, to: delivery.to, outcome: outcome.is };
        const verb = event.is === 'edit' ? 'changed' : 'posted';
        return outcome.is === 'sent'
          ? log.info(facts, verb)
          : log.warn({ ...facts, ...outcome }, `not ${verb}`);
      }
      case 'held':
        return log.debug({ delivery: event.delivery.id, to: event.delivery.to }, event.reason);
      case 'paused':
        return log.warn({ to: event.subscription.to }, event.reason);
      case 'unheard':
        return log.warn(
          { to: event.subscription.to, outcome: event.outcome },
          'nobody could be told that posting has ended',
        );
      case 'halted':
        return log.error({ platform: event.platform }, event.reason);
    }
  };
}
