import { commands } from '../commands/index.ts';
import type { Config } from './config.ts';
import { addedFeeds } from './feeds.ts';
import { frontDesk } from './frontDesk.ts';
import { deliverer } from './jobs/deliver/deliverer.ts';
import { desk } from './jobs/desk.ts';
import type { House, HouseEvent } from './jobs/house.ts';
import { hubCallback } from './jobs/hubCallback.ts';
import { hub, renewLeases } from './jobs/hub.ts';
import { notice } from './jobs/notice.ts';
import { poll } from './jobs/poll.ts';
import { revise } from './jobs/revise.ts';
import { tell } from './jobs/tell.ts';
import type { Log } from './log.ts';
import { all, memory, type Retention } from './memory.ts';
import type { Feed, FeedId, Subscription } from './model.ts';
import { isDue } from './pipeline/due.ts';
import { hostsInTurn } from './pipeline/due/hostsInTurn.ts';
import { fetcher } from './pipeline/fetch/fetch.ts';
import { groupingWindowMs } from './pipeline/group.ts';
import type { FrontDesk, Platform } from './platforms/platform.ts';
import type { JobOutcome } from './queue/queue.ts';
import { localQueue } from './queue/local.ts';
import { newsroom, subscriptions } from './newsroom.ts';
import { openStore } from './store/openStore.ts';
import { archive } from './stories/archive.ts';
import type { Web } from './web/openWeb.ts';

export interface AppOptions {
  readonly config: Config;
  readonly feeds: readonly Feed[];
  /** Whether feeds that people added are polled besides. */
  readonly added: boolean;
  /** Origins that may live at private addresses because the operator typed them. */
  readonly trusted?: readonly string[];
  readonly platforms: readonly Platform[];
  /** Whether the web room opens, if the settings give it a port. */
  readonly web?: true;
  /** Subscriptions that exist without anybody having asked, such as the terminal's. */
  readonly standing?: readonly Subscription[];
  readonly report: (event: HouseEvent) => void;
  /** Memory can no longer be trusted: the process must end, or it would repeat itself. */
  readonly onFatal: (error: unknown) => void;
  readonly log: Log;
}

export interface App {
  /** No bot has run on this store yet. */
  readonly isNew: boolean;
  readonly desk: FrontDesk;
  /** Polls the feeds that are due, or all of them, and resolves when their stories are told and queued. */
  round(which: 'due' | 'all'): Promise<void>;
  /** Resolves when every post is out, or after `ms`. */
  delivered(ms: number): Promise<void>;
  /** Starts a round at once and then one a minute. */
  schedule(): void;
  close(): Promise<void>;
}

const everyMinute = '* * * * *';
const everyNight = '17 3 * * *';
const everyHour = '23 * * * *';
/** Polls that are under way or wait for their host, for each that may be fetched at once. */
const pollersEach = 4;
/** Deliveries wait in lines of their own, at the platforms' pace. */
const unbounded = Number.POSITIVE_INFINITY;

/** Connects the parts: the only place that knows what is plugged into what. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, platforms, report, log, standing = [], onFatal } = options;
  const store = await openStore(config.storeUrl);
  const shelves = memory(store);
  const stories = archive(await all(shelves.stories));
  const isNew = (await shelves.vitals.get('heartbeat')) === undefined;
  const added = options.added ? await addedFeeds(shelves.feeds) : [];
  const feeds = new Map<FeedId, Feed>([...options.feeds, ...added].map((feed) => [feed.id, feed]));
  const queue = await localQueue(shelves.jobs, {
    onFatal,
    onError: (failure) => log.error(failure, 'a job failed and will be tried again'),
  });
  const now = Date.now;
  function tellAll(event: HouseEvent): void {
    report(event);
    web?.observe(event);
  }
  const retention: Retention = {
    seenMs: config.keepSeen,
    articlesMs: config.keepArticles,
    deliveriesMs: config.keepDeliveries,
    failedMs: config.keepFailed,
  };
  const house: House = {
    memory: shelves,
    retention,
    archive: stories,
    desk: desk(stories.latest({ since: now() - 2 * groupingWindowMs, count: Number.POSITIVE_INFINITY })),
    queue,
    fetcher: fetcher({
      userAgent: config.userAgent,
      timeoutMs: config.fetchTimeout,
      atOnce: config.fetchConcurrency,
      hostGapMs: config.hostGap,
      allowPrivate: config.allowPrivate,
      trusted: options.trusted ?? [],
    }),
    feeds,
    platforms: new Map(platforms.map((platform) => [platform.name, platform])),
    subscriptions: async () => [...standing, ...(await subscriptions(shelves))],
    polling: { intervalMs: config.pollInterval },
    // Hubs knock at the web room, so there must be one.
    callbackUrl: config.publicUrl && config.httpPort !== undefined ? `${config.publicUrl}/websub` : undefined,
    backlogAgeMs: config.backlogAge,
    keepStoriesMs: config.keepStories,
    now,
    random: Math.random,
    report: tellAll,
  };
  const web = options.web ? await webRoom(house, config, log) : undefined;

  // Posts wait for the round to end, so that a story carries all outlets that told it in that round.
  let roundOver: Promise<void> = Promise.resolve();
  queue.work('poll', { concurrency: config.fetchConcurrency * pollersEach }, (id) => poll(house, id));
  queue.work('tell', { concurrency: 1 }, (id) => tell(house, id));
  const delivering = deliverer(house);
  const afterRound =
    (work: (id: string) => Promise<JobOutcome>) =>
    async (id: string): Promise<JobOutcome> => {
      await roundOver;
      return work(id);
    };
  queue.work('deliver', { concurrency: unbounded }, afterRound(delivering.deliver));
  queue.work('resend', { concurrency: unbounded }, delivering.deliverNow);
  queue.work('edit', { concurrency: unbounded }, afterRound(delivering.edit));
  queue.work(
    'revise',
    { concurrency: 1 },
    afterRound((id) => revise(house, id)),
  );
  queue.work(
    'notice',
    { concurrency: 1 },
    afterRound((id) => notice(house, id)),
  );
  queue.work('hub', { concurrency: 4 }, (id) => hub(house, id));

  async function round(which: 'due' | 'all'): Promise<void> {
    const listed = [...feeds.values()];
    const states = await shelves.states.getMany(listed.map(({ id }) => id));
    const due = hostsInTurn(
      listed.filter((_, at) => which === 'all' || isDue(states[at], now())),
      ({ url }) => new URL(url).host,
    );
    const startedAt = performance.now();
    const over = queue
      .add(due.map(({ id }) => ({ kind: 'poll', id })))
      .then(() => queue.idle(['poll', 'tell']));
    roundOver = over.catch(() => {});
    await over;
    tellAll({ is: 'round', feeds: due.length, ms: performance.now() - startedAt });
  }

  return {
    isNew,
    desk: frontDesk({
      commands,
      newsroom: newsroom({
        memory: shelves,
        retention,
        archive: stories,
        queue,
        feeds,
        leastConfidence: config.leastConfidence,
        now,
      }),
      presses: shelves.presses,
      questions: shelves.questions,
      now,
      log,
    }),
    round,
    async delivered(ms) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      await Promise.race([queue.idle(), promise]);
      clearTimeout(timer);
    },
    schedule() {
      queue.every('round', everyMinute, () => round('due'));
      queue.every('forget', everyNight, async () => stories.forget(now() - config.keepStories));
      queue.every('leases', everyHour, () => renewLeases(house));
      queue.every('heartbeat', everyMinute, () => shelves.vitals.set('heartbeat', now()));
      round('due').catch((error: unknown) => log.error({ error }, 'the first round failed'));
    },
    async close() {
      await web?.close();
      const closing = queue.close();
      await delivering.close();
      await closing;
      await house.fetcher.close();
      await Promise.all(platforms.map((platform) => platform.close()));
      await store.close();
    },
  };
}

/** Its libraries are loaded only when there is a port to open. */
async function webRoom(house: House, config: Config, log: Log): Promise<Web | undefined> {
  if (config.httpPort === undefined) return undefined;
  const { openWeb } = await import('./web/openWeb.ts');
  const web = await openWeb(house, {
    port: config.httpPort,
    host: config.httpHost,
    publicUrl: config.publicUrl,
    log,
    ...(house.callbackUrl !== undefined && { hubs: (request) => hubCallback(house, request) }),
  });
  log.info({ url: web.url }, 'the web room is open');
  return web;
}
