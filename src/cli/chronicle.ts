import type { HouseEvent } from '../jobs/house.ts';
import type { Log } from '../log.ts';
import { foundSentence } from '../round.ts';
import type { SendOutcome } from '../platforms/platform.ts';
import { inEnglish } from '../words/sentence.ts';
import { failingFeeds } from './failingFeeds.ts';

/** An outcome as facts of a line, its reason in English. */
const factsOf = (outcome: SendOutcome) =>
  'reason' in outcome ? { ...outcome, reason: inEnglish(outcome.reason) } : outcome;

const verbs = { delivery: 'posted', edit: 'changed', crosspost: 'passed on' } as const;

/** Writes one line per outcome; what a round over the feeds brought carries its number, counted since the start. */
export function chronicle(log: Log): (event: HouseEvent) => void {
  let round = 1;
  let count = { failed: 0, stories: 0 };
  const failing = failingFeeds(log);
  return (event) => {
    switch (event.is) {
      case 'fetched':
      case 'pushed': {
        const { feed, articles, unseen } = event;
        failing.read(feed, round);
        const facts = { feed: feed.url, articles, unseen };
        return event.is === 'fetched'
          ? log.debug({ round, ...facts }, 'feed read')
          : log.debug(facts, 'feed pushed');
      }
      case 'unchanged':
        failing.read(event.feed, round);
        return log.debug({ round, feed: event.feed.url }, 'feed unchanged');
      case 'found':
        return log.info({ round, feed: event.feed.url, chosen: event.chosen.url }, foundSentence(event));
      case 'failed':
        count.failed += 1;
        return failing.failed(event, round);
      case 'told':
      case 'joined': {
        if (event.is === 'told') count.stories += 1;
        const { id, sources, headline } = event.story;
        const outlets = [...new Set(sources.map(({ outlet }) => outlet))];
        return log.info(
          { round, story: id, outlets },
          event.is === 'told' ? `new: ${headline}` : `another outlet tells: ${headline}`,
        );
      }
      case 'begun':
        failing.roundBegins();
        return event.feeds > 0 ? log.debug({ round, feeds: event.feeds }, 'round begins') : undefined;
      case 'round': {
        const facts = { round, feeds: event.feeds, ...count, ms: Math.round(event.ms) };
        round += 1;
        count = { failed: 0, stories: 0 };
        if (event.feeds > 1 && facts.failed >= event.feeds)
          return log.warn(facts, 'no feed can be read: does this machine reach the internet?');
        // A minute in which no feed was due is no news.
        return log[event.feeds > 0 ? 'info' : 'debug'](facts, 'round over');
      }
      case 'unwritten':
        return log.info({ story: event.story.id }, event.reason);
      case 'delivery':
      case 'edit':
      case 'crosspost': {
        const { delivery, outcome } = event;
        const facts = { delivery: delivery.id, to: delivery.to, outcome: outcome.is };
        const verb = verbs[event.is];
        if (outcome.is === 'sent') return log.info(facts, verb);
        return outcome.is === 'wait'
          ? log.info({ ...facts, ...factsOf(outcome) }, `not ${verb} yet`)
          : log.warn({ ...facts, ...factsOf(outcome) }, `not ${verb}`);
      }
      case 'held':
        return log.debug(
          { delivery: event.delivery.id, to: event.delivery.to, until: new Date(event.until).toISOString() },
          `held by ${event.by}`,
        );
      case 'paused':
        return log.warn({ to: event.subscription.to }, inEnglish(event.reason));
      case 'unheard':
        return log.warn(
          { to: event.subscription.to, outcome: factsOf(event.outcome) },
          'nobody could be told that posting has ended',
        );
      case 'hook': {
        const { story, outcome } = event;
        return outcome.is === 'taken'
          ? log.debug({ story: story.id }, 'webhook called')
          : log.warn({ story: story.id, outcome: outcome.is }, outcome.reason);
      }
      case 'halted':
        return log.error({ platform: event.platform }, inEnglish(event.reason));
    }
  };
}
