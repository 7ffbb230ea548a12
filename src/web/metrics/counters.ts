import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { HouseEvent } from '../../jobs/house.ts';
import type { Metrics } from './metrics.ts';

const minutes = (...many: readonly number[]): number[] => many.map((each) => each * 60);

const acts = { delivery: 'post', edit: 'edit', crosspost: 'crosspost' } as const;

/** What is counted as it happens. */
export function counters(registry: Registry, now: () => number): Omit<Metrics, 'registry'> {
  const registers = [registry];
  const rounds = new Histogram({
    name: 'pactwire_round_seconds',
    help: 'How long rounds over the due feeds took, until their stories were queued.',
    buckets: [0.5, 1, 2, 5, 10, 30, 60, 300],
    registers,
  });
  const lastRound = new Gauge({
    name: 'pactwire_last_round_timestamp_seconds',
    help: 'When the last round began, in Unix time; alert when it is minutes ago.',
    registers,
  });
  const polls = new Counter({
    name: 'pactwire_polls_total',
    help: 'Polls of feeds: outcome is changed, unchanged, pushed (by a hub), or the kind of failure.',
    labelNames: ['outcome'],
    registers,
  });
  const decisions = new Counter({
    name: 'pactwire_decisions_total',
    help: 'Unseen articles judged: outcome is partnership or other.',
    labelNames: ['outcome'],
    registers,
  });
  const stories = new Counter({
    name: 'pactwire_stories_total',
    help: 'Articles that became a story (told) or another source of one (joined), by its kind.',
    labelNames: ['outcome', 'kind'],
    registers,
  });
  const newsAge = new Histogram({
    name: 'pactwire_feed_lag_seconds',
    help: 'From the publication of an article to the story it began: how late feeds and polling are.',
    buckets: minutes(1, 5, 15, 30, 60, 180, 720, 1_440, 2_880),
    registers,
  });
  const deliveries = new Counter({
    name: 'pactwire_deliveries_total',
    help: 'Attempts to post: act is post, edit or crosspost; outcome is sent, wait, moved, gone, refused or halted.',
    labelNames: ['platform', 'act', 'outcome'],
    registers,
  });
  const deliveryWait = new Histogram({
    name: 'pactwire_delivery_wait_seconds',
    help: 'From the moment a post was due to the moment the platform took it.',
    labelNames: ['platform'],
    buckets: [0.5, 1, 2, 5, 15, 60, 300, 1_800, 7_200],
    registers,
  });
  const held = new Counter({
    name: 'pactwire_deliveries_held_total',
    help: 'Posts held back for now: quiet hours, or a chat that has had enough for the hour.',
    labelNames: ['platform'],
    registers,
  });
  const hooks = new Counter({
    name: 'pactwire_webhook_calls_total',
    help: 'Calls of the webhook: outcome is taken, wait or refused.',
    labelNames: ['outcome'],
    registers,
  });
  const sendWaits = new Counter({
    name: 'pactwire_rate_limits_total',
    help: 'How often a platform made us wait: scope is chat (its rate limit) or platform (a limit or outage for all).',
    labelNames: ['platform', 'scope'],
    registers,
  });
  const requests = new Histogram({
    name: 'pactwire_http_request_seconds',
    help: 'Answers of the web room, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers,
  });

  function observe(event: HouseEvent): void {
    switch (event.is) {
      case 'begun':
        lastRound.set(now() / 1_000);
        break;
      case 'round':
        rounds.observe(event.ms / 1_000);
        break;
      case 'fetched':
      case 'pushed':
        polls.inc({ outcome: event.is === 'pushed' ? 'pushed' : 'changed' });
        decisions.inc({ outcome: 'partnership' }, event.partnerships);
        decisions.inc({ outcome: 'other' }, event.unseen - event.partnerships);
        break;
      case 'found':
      case 'paused':
      case 'unheard':
      case 'halted':
      case 'unwritten':
        break;
      case 'unchanged':
        polls.inc({ outcome: 'unchanged' });
        break;
      case 'failed':
        polls.inc({ outcome: event.kind });
        break;
      case 'told':
      case 'joined':
        stories.inc({ outcome: event.is, kind: event.story.kind });
        if (event.is === 'told')
          newsAge.observe(Math.max(0, now() - (event.story.sources[0]?.publishedAt ?? now())) / 1_000);
        break;
      case 'delivery':
      case 'edit':
      case 'crosspost': {
        const { delivery, outcome } = event;
        const { platform } = delivery.to;
        deliveries.inc({ platform, act: acts[event.is], outcome: outcome.is });
        if (event.is === 'delivery' && outcome.is === 'sent')
          deliveryWait.observe({ platform }, (now() - delivery.createdAt) / 1_000);
        if (outcome.is === 'wait') sendWaits.inc({ platform, scope: outcome.scope });
        break;
      }
      case 'held':
        held.inc({ platform: event.delivery.to.platform });
        break;
      case 'hook':
        hooks.inc({ outcome: event.outcome.is });
        break;
    }
  }
  return {
    observe,
    served: (route, status, seconds) => requests.observe({ route, status: String(status) }, seconds),
  };
}
