import type { Config } from './config.ts';
import type { Role } from './config/roles.ts';
import { addedFeeds } from './feeds.ts';
import { followed } from './followed.ts';
import { forgetting } from './forgetting.ts';
import { heartbeat, heartbeatKey } from './heartbeat.ts';
import { isWanted } from './jobs/covers.ts';
import { deskOf } from './jobs/desk.ts';
import { employ } from './jobs/employ.ts';
import type { House, HouseEvent } from './jobs/house.ts';
import { renewLeases } from './jobs/hub.ts';
import { listening } from './listening.ts';
import { articleReader } from './jobs/readArticle.ts';
import { writerOf } from './jobs/writeSummary.ts';
import type { Log } from './log.ts';
import { all, type Memory, memory, type Retention } from './memory.ts';
import type { Feed, FeedId, Subscription } from './model.ts';
import { isDue } from './pipeline/due.ts';
import { hostsInTurn } from './pipeline/due/hostsInTurn.ts';
import { fetcher } from './pipeline/fetch/fetch.ts';
import type { FrontDesk, Platform } from './platforms/platform.ts';
import { openQueue } from './queue/openQueue.ts';
import { subscriptions } from './newsroom/subscriptionsRoom.ts';
import { openDesk } from './openDesk.ts';
import { gathering } from './store/gathering.ts';
import { openStore } from './store/openStore.ts';
import { archive } from './stories/archive.ts';
import { alwaysOurs, byLease, type Turns } from './turns.ts';
import { webhookOf } from './web/webhook.ts';
import { webRoom } from './webRoom.ts';

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
  /**
   * Listens on a platform; of several processes one does, and another takes over when it dies.
   * Resolves with a sentence when that ended for good, or with nothing when it was stopped.
   */
  listen(platform: Platform, desk: FrontDesk): Promise<string | undefined>;
  close(): Promise<void>;
}

const everyMinute = '* * * * *';
/** How long the states of feeds wait to be written together. */
const stateWaitMs = 20;
const everyHour = '23 * * * *';
/** Polls that are under way or wait for their host, for each that may be fetched at once: more would fill the memory. */
const pollersEach = 2;

/** Connects the parts: the only place that knows what is plugged into what. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, platforms, report, log, standing = [], onFatal } = options;
  const has = (role: Role): boolean => config.roles.includes(role);
  const shared = config.queueUrl !== undefined;
  const store = await openStore(config.storeUrl);
  const kept = memory(store);
  const { stories: noted, catchUp } = await followed(kept);
  const shelves: Memory = shared ? { ...kept, stories: noted } : kept;
  const stories = archive(await all(shelves.stories));
  const isNew = (await all(shelves.vitals)).length === 0;
  const feeds = new Map<FeedId, Feed>();
  const listFeeds = async (): Promise<void> => {
    const added = options.added ? await addedFeeds(shelves.feeds) : [];
    feeds.clear();
    for (const feed of [...options.feeds, ...added]) feeds.set(feed.id, feed);
  };
  await listFeeds();
  const queue = await openQueue(config.queueUrl, shelves.jobs, {
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
  const pages = articleReader(config);
  const house: House = {
    memory: { ...shelves, states: gathering(shelves.states, stateWaitMs) },
    retention,
    archive: stories,
    desk: deskOf(stories, now()),
    queue,
    fetcher: fetcher({
      userAgent: config.userAgent,
      timeoutMs: config.fetchTimeout,
      atOnce: config.fetchConcurrency,
      hostGapMs: config.hostGap,
      allowPrivate: config.allowPrivate,
      trusted: options.trusted ?? [],
    }),
    readArticle: pages.read,
    writer: writerOf(config, log),
    feeds,
    platforms: new Map(platforms.map((platform) => [platform.name, platform])),
    subscriptions: async () => [...standing, ...(await subscriptions(shelves))],
    webhook: webhookOf(config, now),
    polling: { intervalMs: config.pollInterval },
    // Hubs knock at the web room, so there must be one.
    callbackUrl: config.publicUrl && config.httpPort !== undefined ? `${config.publicUrl}/websub` : undefined,
    backlogAgeMs: config.backlogAge,
    keepStoriesMs: config.keepStories,
    now,
    random: Math.random,
    report: tellAll,
  };

  const follow = async (): Promise<void> => {
    if (!shared) return;
    await catchUp((story) => {
      stories.put(story);
      house.desk.file(story);
    });
  };
  const web = options.web ? await webRoom(house, config, log, follow) : undefined;
  let roundOver: Promise<void> = Promise.resolve();
  const turns = (): Turns =>
    shared
      ? byLease(shelves.leases, (error) => log.warn({ error }, 'a lease could not be renewed'))
      : alwaysOurs();
  const [ears, posting] = [turns(), turns()];
  employ(house, {
    has,
    pollers: config.fetchConcurrency * pollersEach,
    listFeeds: shared ? listFeeds : async () => {},
    catchUp: follow,
    roundOver: () => roundOver,
    turns: posting,
    onError: onFatal,
  });

  async function enqueue(which: 'due' | 'all'): Promise<number> {
    if (shared) await listFeeds();
    const followers = await house.subscriptions();
    const listed = [...feeds.values()].filter((feed) => which === 'all' || isWanted(feed, followers));
    const states = await shelves.states.getMany(listed.map(({ id }) => id));
    const due = hostsInTurn(
      listed.filter((_, at) => which === 'all' || isDue(states[at], now())),
      ({ url }) => new URL(url).host,
    );
    tellAll({ is: 'begun', feeds: due.length });
    await queue.add(due.map(({ id }) => ({ kind: 'poll', id, fleeting: true })));
    return due.length;
  }
  async function round(which: 'due' | 'all'): Promise<void> {
    const startedAt = performance.now();
    const begun = enqueue(which);
    const over = begun.then(() => queue.idle(['poll', 'tell']));
    roundOver = over.catch(() => {});
    await over;
    tellAll({ is: 'round', feeds: await begun, ms: performance.now() - startedAt });
  }
  // Many processes never rest all at once, and the next round must not wait for them.
  const begin = async (): Promise<void> => {
    await (shared ? enqueue('due') : round('due'));
  };

  const counter = openDesk({
    config,
    memory: shelves,
    retention,
    archive: stories,
    queue,
    feeds,
    fetcher: house.fetcher,
    now,
    log,
  });
  const room: FrontDesk = {
    ...counter,
    async answer(call) {
      await follow();
      return counter.answer(call);
    },
  };
  let stopBeating = (): void => {};
  let stopForgetting = async (): Promise<void> => {};

  return {
    isNew,
    desk: room,
    round,
    async delivered(ms) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      await Promise.race([queue.idle(), promise]);
      clearTimeout(timer);
    },
    schedule() {
      stopBeating = heartbeat(shelves.vitals, heartbeatKey(config), now, (error) =>
        log.error({ error }, 'the store did not take a sign of life'),
      );
      stopForgetting = forgetting(stories, config.keepStories, now);
      if (!has('poll')) return;
      queue.every('leases', everyHour, () => renewLeases(house));
      queue.every('round', everyMinute, begin);
      begin().catch((error: unknown) => log.error({ error }, 'the first round failed'));
    },
    listen: listening(ears),
    async close() {
      await web?.close();
      stopBeating();
      await stopForgetting();
      await ears.close();
      const closing = queue.close();
      await posting.close();
      await closing;
      await house.fetcher.close();
      await pages.close();
      await Promise.all(platforms.map((platform) => platform.close()));
      await store.close();
    },
  };
}
