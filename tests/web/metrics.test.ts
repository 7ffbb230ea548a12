import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/delivery.ts';
import { deliverJob } from '../../src/jobs/deliver/jobs.ts';
import type { HouseEvent } from '../../src/jobs/house.ts';
import type { DeliveryId, StoryId } from '../../src/model.ts';
import type { SendOutcome } from '../../src/platforms/platform.ts';
import { memory } from '../../src/memory.ts';
import { localQueue } from '../../src/queue/local.ts';
import { openStore } from '../../src/store/openStore.ts';
import { archive } from '../../src/stories/archive.ts';
import { metrics } from '../../src/web/metrics/metrics.ts';
import { aStory } from '../story.ts';
import dashboard from '../../docs/grafana-dashboard.json' with { type: 'json' };
import { aFeed, aWebRoom, type WebRoom } from './aWebRoom.ts';
import { quoting } from '../said.ts';

const now = Date.parse('2026-03-02T13:00:00Z');
const hour = 3_600_000;

let web: WebRoom;
beforeAll(async () => {
  web = await aWebRoom([aStory()], { now: () => now });
});
afterAll(() => web.close());

const scraped = async () => (await web.get('/metrics')).text();

const delivery: Delivery = {
  id: 'd1' as DeliveryId,
  story: 's1' as StoryId,
  to: { platform: 'telegram', chat: '-100777' },
  createdAt: now - 3_000,
  state: { is: 'waiting' },
};
const delivered = (outcome: SendOutcome): HouseEvent => ({ is: 'delivery', delivery, outcome });

const cases: readonly [string, HouseEvent, string][] = [
  ['a round', { is: 'round', feeds: 3, ms: 1_500 }, 'pactwire_round_seconds_sum 1.5'],
  ['when it began', { is: 'begun', feeds: 3 }, `pactwire_last_round_timestamp_seconds ${now / 1_000}`],
  ['an unchanged feed', { is: 'unchanged', feed: aFeed }, 'pactwire_polls_total{outcome="unchanged"} 1'],
  [
    'a feed that fails',
    { is: 'failed', feed: aFeed, kind: 'timeout', reason: quoting('slow') },
    'pactwire_polls_total{outcome="timeout"} 1',
  ],
  [
    'what was decided',
    { is: 'fetched', feed: aFeed, articles: 20, unseen: 9, partnerships: 2 },
    'pactwire_decisions_total{outcome="other"} 7',
  ],
  ['a story', { is: 'told', story: aStory() }, 'pactwire_stories_total{outcome="told",kind="product"} 1'],
  ['how late it was', { is: 'told', story: aStory() }, 'pactwire_feed_lag_seconds_bucket{le="3600"} 2'],
  [
    'a post',
    delivered({ is: 'sent', message: '1' }),
    'pactwire_deliveries_total{platform="telegram",act="post",outcome="sent"} 1',
  ],
  [
    'how long it waited',
    delivered({ is: 'sent', message: '2' }),
    'pactwire_delivery_wait_seconds_sum{platform="telegram"} 6',
  ],
  [
    'a post brought up to date',
    { is: 'edit', delivery, outcome: { is: 'sent', message: '1' } },
    'pactwire_deliveries_total{platform="telegram",act="edit",outcome="sent"} 1',
  ],
  [
    'a rate limit',
    delivered({ is: 'wait', ms: 1_000, scope: 'chat', reason: quoting('Too Many Requests') }),
    'pactwire_rate_limits_total{platform="telegram",scope="chat"} 1',
  ],
];

describe('/metrics', () => {
  it.each(cases)('counts %s', async (_name, event, line) => {
    web.observe(event);
    expect(await scraped()).toContain(`${line}\n`);
  });

  it('looks up how the feeds are', async () => {
    const state = { validators: {}, nextPollAt: now - hour, failures: 2 };
    await web.memory.states.set(aFeed.id, state);
    const text = await scraped();
    expect(text).toContain('pactwire_feeds_failing 1\n');
    expect(text).toContain('pactwire_feeds_overdue_seconds 3600\n');
  });

  it('looks up how full the queue is', async () => {
    await web.queue.add(['a', 'b'].map((id) => deliverJob({ ...delivery, id: id as DeliveryId })));
    expect(await scraped()).toContain('pactwire_queue_jobs{kind="deliver-telegram"} 2\n');
  });

  it('shows memory and event-loop lag', async () => {
    expect(await scraped()).toMatch(
      /process_resident_memory_bytes \d+\n[^]*nodejs_eventloop_lag_p99_seconds \d/u,
    );
  });

  it('counts its own answers by pattern, so that wild addresses make no new figures', async () => {
    await Promise.all(['/wild/1', '/wild/2'].map((path) => web.get(path)));
    const text = await scraped();
    expect(text).toContain('pactwire_http_request_seconds_count{route="/metrics",status="200"}');
    expect(text).not.toContain('wild');
  });

  it('names no chat', async () => {
    expect(await scraped()).not.toContain('100777');
  });
});

const shelves = memory(await openStore('memory:'));

/** A registry as a bot has it that has just begun. */
const { registry } = metrics({
  archive: archive(),
  feeds: new Map(),
  memory: shelves,
  now: Date.now,
  queue: await localQueue(shelves.jobs, { onError() {}, onFatal() {} }),
});
const known = await registry.getMetricsAsJSON();

const page = readFileSync('docs/metrics.md', 'utf8');
const rowsOf = (title: string): readonly string[] =>
  (page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
const labels = new Map(
  registry
    .getMetricsAsArray()
    .map((each) => [each.name, (each as { labelNames?: string[] }).labelNames ?? []] as const),
);

describe('docs/metrics.md', () => {
  it('lists every figure of ours with its type, labels and meaning, and no other', () => {
    const rows = known
      .filter(({ name }) => name.startsWith('pactwire_'))
      .map(({ name, type, help }) => {
        const named = (labels.get(name) ?? []).map((label) => `\`${label}\``).join(', ');
        return `| \`${name}\` | ${String(type)} | ${named} | ${help} |`;
      });
    expect(rowsOf("Pactwire's own figures").toSorted()).toEqual(rows.toSorted());
  });

  it('lists every standard figure, and no other', () => {
    const patterns = rowsOf('The process').flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/gu)].map(
        ([, text = '']) => new RegExp(`^${text.replaceAll('*', '\\w+')}$`, 'u'),
      ),
    );
    const standard = known.map(({ name }) => name).filter((name) => !name.startsWith('pactwire_'));
    expect(standard.filter((name) => !patterns.some((one) => one.test(name)))).toEqual([]);
    // Linux shows the most.
    const missing = patterns.filter((one) => !standard.some((name) => one.test(name)));
    expect(process.platform === 'linux' ? missing : []).toEqual([]);
  });
});

const asked: readonly (readonly [where: string, expression: string])[] = [
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
  ...rowsOf('Worth an alert').map((row) => ['an alert', row.split('`')[1] ?? ''] as const),
];

describe('the dashboard and the alerts', () => {
  it('are there', () => expect(asked.length).toBeGreaterThan(25));

  it.each(asked)('%s asks for figures and labels that exist: %s', (_where, expression) => {
    const names = [...expression.matchAll(/\b((?:pactwire|nodejs|process)_\w+?)(_bucket|_count|_sum)?\b/gu)];
    expect(names.filter(([name]) => !isKnown(name))).toEqual([]);
    const there = names.flatMap(([name]) => [
      ...(labels.get(name.replace(suffix, '')) ?? labels.get(name) ?? []),
    ]);
    const used = [
      ...[...expression.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/gu)].map(([, label = '']) => label),
      ...[...expression.matchAll(/\bby \(([^)]*)\)/gu)].flatMap(([, list = '']) => list.split(/,\s*/u)),
    ];
    expect(used.filter((label) => label !== 'le' && !there.includes(label))).toEqual([]);
  });
});

const suffix = /_(?:bucket|count|sum)$/u;
const isKnown = (name: string): boolean => labels.has(name) || labels.has(name.replace(suffix, ''));
