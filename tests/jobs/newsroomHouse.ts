import { retention } from '../retention.ts';
import { onTestFinished } from 'vitest';
import { desk } from '../../src/jobs/desk.ts';
import type { House, HouseEvent } from '../../src/jobs/house.ts';
import { notice } from '../../src/jobs/notice.ts';
import { poll } from '../../src/jobs/poll.ts';
import { memory } from '../../src/memory.ts';
import type { Message } from '../../src/message.ts';
import type { Destination, Feed, FeedId, Subscription } from '../../src/model.ts';
import { feedOf } from '../../src/opml.ts';
import type { Failed, Fetched } from '../../src/pipeline/fetch/fetched.ts';
import type { Platform, SendOutcome } from '../../src/platforms/platform.ts';
import { localQueue } from '../../src/queue/local.ts';
import { openStore } from '../../src/store/openStore.ts';
import { archive } from '../../src/stories/archive.ts';
import { subscriptionId } from '../../src/subscriptionId.ts';
import { quoting } from '../said.ts';

export const hour = 3_600_000;
const start = Date.parse('2026-03-02T09:00:00Z');

export interface Posted {
  readonly to: string;
  readonly text: string;
}

/** A house whose web is a table of answers, whose clock is turned by hand, and whose chats keep what they are sent. */
export async function newsroomHouse(addresses: readonly string[], chats: readonly string[]) {
  const store = await openStore('memory:');
  const shelves = memory(store);
  const queue = await localQueue(shelves.jobs, {
    onFatal: (error) => {
      throw error;
    },
    onError: (failure) => failures.push(failure),
  });
  onTestFinished(async () => {
    await queue.close();
    await store.close();
  });
  const failures: unknown[] = [];
  const answers = new Map<string, Fetched>();
  const asked: string[] = [];
  const forms: { readonly url: string; readonly form: URLSearchParams }[] = [];
  const posted: Posted[] = [];
  const events: HouseEvent[] = [];
  const outcomes: SendOutcome[] = [];
  let clock = start;
  const feeds = new Map<FeedId, Feed>(
    addresses.flatMap((address) => feedOf(address) ?? []).map((feed) => [feed.id, feed]),
  );
  const subscriptions = chats.map((chat): Subscription => {
    const to: Destination = { platform: 'console', chat };
    return { id: subscriptionId(to), to, companies: [], leastConfidence: 0.5, createdAt: start };
  });
  const platform: Pick<Platform, 'name' | 'send'> = {
    name: 'console',
    async send(to, message) {
      const outcome = outcomes.shift() ?? { is: 'sent', message: String(posted.length) };
      if (outcome.is === 'sent') posted.push({ to: to.chat, text: textOf(message) });
      return outcome;
    },
  };
  const house: House = {
    memory: shelves,
    retention,
    archive: archive([]),
    desk: desk(),
    queue,
    fetcher: {
      async fetch(url) {
        asked.push(url);
        return (
          answers.get(url) ?? {
            is: 'failed',
            kind: 'status',
            reason: { say: 'feed.missing', host: 'nowhere.example', status: 404 },
          }
        );
      },
      async post(url, form) {
        forms.push({ url, form: new URLSearchParams(form) });
        return { is: 'answered', status: 202 };
      },
      close: async () => {},
    },
    feeds,
    platforms: new Map([[platform.name, platform as Platform]]),
    subscriptions: async () => subscriptions,
    polling: { intervalMs: hour / 4 },
    callbackUrl: 'https://bot.example/websub',
    backlogAgeMs: 48 * hour,
    keepStoriesMs: 1_000 * 86_400_000,
    now: () => clock,
    random: () => 0,
    report: (event) => events.push(event),
  };

  return {
    house,
    answers,
    asked,
    forms,
    posted,
    events,
    outcomes,
    failures,
    turnClock(hours: number) {
      clock += hours * hour;
    },
    state: (address: string) => shelves.states.get(feedOf(address)?.id ?? ''),
    /** Polls every feed once, `after` so many hours, and lets the chats be told. */
    async round(after = 0) {
      clock += after * hour;
      for (const id of feeds.keys()) await poll(house, id);
      for (const { id } of subscriptions) await notice(house, id);
    },
  };
}

const textOf = ({ blocks }: Message): string =>
  blocks
    .flatMap((block) => (block.is === 'list' ? block.items : 'spans' in block ? [block.spans] : []))
    .map((spans) => spans.map(({ text }) => text).join(''))
    .join('\n');

export const failed = (reason: string): Failed => ({ is: 'failed', kind: 'status', reason: quoting(reason) });
export const retired: Fetched = { is: 'retired', reason: { say: 'feed.retired', host: 'wire.example' } };

export function changed(url: string, body: string, movedTo?: string): Fetched {
  return { is: 'changed', url, body: Buffer.from(body), validators: {}, ...(movedTo && { movedTo }) };
}

export const rss = (title: string): string =>
  `<rss version="2.0"><channel><title>${title}</title></channel></rss>`;
