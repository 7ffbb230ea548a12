import type { Memory, Retention } from '../memory.ts';
import type { Delivery } from '../delivery.ts';
import type { Feed, FeedId, PlatformName, Story, Subscription } from '../model.ts';
import type { PollSettings } from '../pipeline/due.ts';
import type { Hold } from '../pipeline/hold.ts';
import type { Fetcher } from '../pipeline/fetch/fetch.ts';
import type { Platform, SendOutcome } from '../platforms/platform.ts';
import type { JobOutcome, Queue } from '../queue/queue.ts';
import type { Archive } from '../stories/archive.ts';
import type { HookOutcome, Webhook } from '../web/webhook.ts';
import type { Sentence } from '../words/sentence.ts';
import type { Desk } from './desk.ts';
import type { ReadArticle } from './readArticle.ts';
import type { Writer } from './writeSummary.ts';

/** Everything the jobs work with; `app.ts` furnishes it. */
export interface House {
  readonly memory: Memory;
  readonly retention: Retention;
  readonly archive: Archive;
  readonly desk: Desk;
  readonly queue: Queue;
  readonly fetcher: Fetcher;
  /** Absent when summaries are made of what feeds say alone. */
  readonly readArticle?: ReadArticle | undefined;
  /** Absent when no language model is set up. */
  readonly writer?: Writer | undefined;
  readonly feeds: Map<FeedId, Feed>;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  readonly subscriptions: () => Promise<readonly Subscription[]>;
  /** Absent when nobody wants to be called. */
  readonly webhook?: Webhook | undefined;
  readonly polling: PollSettings;
  /** Where hubs reach us (an address to which `/` and a feed's id are added); without one feeds are only polled. */
  readonly callbackUrl?: string | undefined;
  /** At the first poll of a feed, older articles are remembered but not posted. */
  readonly backlogAgeMs: number;
  readonly keepStoriesMs: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly report: (event: HouseEvent) => void;
}

/** What happened, for the log, the figures of a round and the progress line. */
export type HouseEvent =
  | {
      /** By us, or pushed by a hub. */
      readonly is: 'fetched' | 'pushed';
      readonly feed: Feed;
      readonly articles: number;
      readonly unseen: number;
      /** How many of the unseen were judged to be partnership stories. */
      readonly partnerships: number;
    }
  | { readonly is: 'unchanged'; readonly feed: Feed }
  /** A page was given for a feed: of the feeds behind it this one is read. */
  | { readonly is: 'found'; readonly feed: Feed; readonly chosen: Feed; readonly others: readonly Feed[] }
  | { readonly is: 'failed'; readonly feed: Feed; readonly kind: string; readonly reason: Sentence }
  | { readonly is: 'told' | 'joined'; readonly story: Story }
  /** A language model was asked for a summary, and the article's own sentences stand instead. */
  | { readonly is: 'unwritten'; readonly story: Story; readonly reason: string }
  | {
      readonly is: 'delivery' | 'edit' | 'crosspost';
      readonly delivery: Delivery;
      readonly outcome: SendOutcome;
    }
  | ({ readonly is: 'held'; readonly delivery: Delivery } & Hold)
  /** A chat gets nothing more until somebody subscribes again. */
  | { readonly is: 'paused'; readonly subscription: Subscription; readonly reason: Sentence }
  /** Nor could the person who subscribed be told of that. */
  | { readonly is: 'unheard'; readonly subscription: Subscription; readonly outcome: SendOutcome }
  /** Nothing more can be sent to this platform. */
  | { readonly is: 'halted'; readonly platform: PlatformName; readonly reason: Sentence }
  | { readonly is: 'hook'; readonly story: Story; readonly outcome: HookOutcome }
  /** A round over `feeds` due feeds begins. */
  | { readonly is: 'begun'; readonly feeds: number }
  /** A round over `feeds` due feeds is over: its stories are told and queued. */
  | { readonly is: 'round'; readonly feeds: number; readonly ms: number };

/** Works one job off; `id` says on what. */
export type Work = (house: House, id: string) => Promise<JobOutcome>;

export const done: JobOutcome = { is: 'done' };
