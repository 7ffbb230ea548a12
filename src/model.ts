/** The glossary: every word the house uses, as types. Instants are milliseconds since the Unix epoch, UTC. */

import type { Manner } from './manner.ts';
import type { KeptSentence } from './words/sentence.ts';

type Id<Of extends string> = string & { readonly idOf: Of };

export type FeedId = Id<'feed'>;
export type ArticleId = Id<'article'>;
export type StoryId = Id<'story'>;
export type SubscriptionId = Id<'subscription'>;
export type DeliveryId = Id<'delivery'>;

/** A primary language subtag of BCP 47, lower case: `en`, `zh`, `ja`. */
export type Language = string;

/** Something we poll: one record per canonical URL, however many chats follow it. */
export interface Feed {
  readonly id: FeedId;
  readonly url: string;
  readonly title: string;
  readonly siteUrl?: string;
  readonly language?: Language;
  /** The chat or server whose administrators added it and decide over it (`placeKey`); absent for feeds of packs. */
  readonly addedIn?: string;
}

/** The two cache validators of RFC 9110 §8.8, kept and returned exactly as the server wrote them. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** What polling has learnt of a feed; kept apart from the feed's identity because every round rewrites it. */
export interface FeedState {
  readonly validators: Validators;
  readonly nextPollAt: number;
  /** Failures in a row; 0 when the last poll went well. */
  readonly failures: number;
  readonly lastOkAt?: number;
  readonly lastError?: KeptSentence;
  /** SHA-256 of the last parsed body, so that the same bytes are not parsed twice. */
  readonly bodyHash?: string;
  /** The first poll of an unbroken run of polls that did not go well. */
  readonly failingSince?: number;
  /** That the feed has been failing for long was due to be said; cleared when it heals. */
  readonly troubled?: true;
  /** The publisher said that the feed is gone for good (HTTP 410): not polled any more. */
  readonly retiredAt?: number;
  /** An administrator wants it left alone for now. */
  readonly pausedAt?: number;
  /** Where permanent redirects led: asked instead of the feed's own URL. */
  readonly movedTo?: string;
  /** Where they led another feed is polled already, which stands for this one. */
  readonly mergedInto?: FeedId;
  readonly rhythm?: Rhythm;
}

/** A hub that was asked to push what a feed publishes (WebSub). */
export interface HubSubscription {
  readonly hub: string;
  /** The name under which the hub knows the feed: its `self` link. */
  readonly topic: string;
  /** Signs what the hub pushes; nobody else knows it. */
  readonly secret: string;
  readonly askedAt: number;
  /** Set once the hub has confirmed. */
  readonly lease?: { readonly ms: number; readonly until: number };
  readonly deniedAt?: number;
  readonly pushedAt?: number;
  /** When polling last found something that the hub should have pushed, and had not. */
  readonly missedAt?: number;
}

/** What a chat is yet to be told of a feed that it depends on. */
export interface FeedNotice {
  readonly feed: FeedId;
  readonly title: string;
  readonly url: string;
  readonly is: 'failing' | 'retired' | 'healed';
  readonly at: number;
  readonly reason?: KeptSentence;
}

/** How often a feed is worth asking, by its own words and habits; kept because a 304 does not repeat them. */
export interface Rhythm {
  /** RSS `ttl` or `sy:updatePeriod`. */
  readonly everyMs?: number;
  /** Hours of the day, UTC, 0–23, in which it does not want to be asked. */
  readonly skipHours?: readonly number[];
  /** Days of the week, UTC, 0 is Sunday, on which it does not want to be asked. */
  readonly skipDays?: readonly number[];
  /** The median time between its latest items. */
  readonly gapMs?: number;
  readonly newestAt?: number;
}

/** One item of a feed. */
export interface Article {
  readonly id: ArticleId;
  readonly feed: FeedId;
  /** The name readers know the publisher by. */
  readonly outlet: string;
  /** The link as the publisher wrote it; empty when the item has none. */
  readonly url: string;
  readonly title: string;
  /** The lead or body as plain text; empty when the item has none. */
  readonly text: string;
  readonly publishedAt: number;
  readonly author?: string;
  readonly image?: string;
  readonly language?: Language;
}

export const kinds = [
  'alliance',
  'joint_venture',
  'product',
  'integration',
  'distribution',
  'licensing',
  'supply',
  'research',
  'consortium',
  'other',
] as const;
export type Kind = (typeof kinds)[number];

export const stages = ['rumoured', 'announced', 'extended', 'ongoing', 'ended'] as const;
export type Stage = (typeof stages)[number];

/** What detection says of an article. */
export interface Finding {
  readonly partnership: boolean;
  /** Probability that this is a partnership story: 0.8 is right eight times in ten. */
  readonly confidence: number;
  /** Who cooperates, as written and without legal suffixes; for a non-partnership, who it would have been. */
  readonly partners: readonly string[];
  readonly kind: Kind;
  readonly stage: Stage;
  /** The sentence of title or text that decided; empty when there is none. */
  readonly evidence: string;
  /** The words inside `evidence` that decided, as half-open UTF-16 ranges in ascending order. */
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** What spoke for (positive) and against (negative), strongest first; weights are in log-odds. */
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly feature: string;
  readonly weight: number;
}

/** One article's share in a story. */
export interface Source {
  readonly article: ArticleId;
  readonly feed: FeedId;
  readonly outlet: string;
  readonly url: string;
  readonly title: string;
  readonly publishedAt: number;
  readonly said?: Said;
}

/** What an article said, kept so that the next telling can be compared with it. */
export interface Said {
  /** The beginning of its lead. */
  readonly lead: string;
  readonly partners: readonly string[];
  readonly kind: Kind;
  readonly stage: Stage;
  readonly language?: Language;
}

/** One partnership event, as told by one or many articles. */
export interface Story {
  readonly id: StoryId;
  readonly headline: string;
  readonly summary: string;
  readonly partners: readonly string[];
  readonly kind: Kind;
  readonly stage: Stage;
  readonly confidence: number;
  readonly language?: Language;
  /** In the order in which they told it; never empty. */
  readonly sources: readonly Source[];
  readonly firstSeenAt: number;
  readonly image?: string;
  /** Who wrote the summary, when it was not the article itself. */
  readonly summaryBy?: 'model';
  readonly notes?: readonly StoryNote[];
  /** When it last got a source, another summary or a correction; absent when it is as it was first told. */
  readonly updatedAt?: number;
  /** An administrator found it to be another story, which has its sources now; it is told no more. */
  readonly mergedInto?: StoryId;
}

/** What memory adds to a story, worth a line in its post. */
export type StoryNote =
  /** Nothing had been told of these two together before. */
  | { readonly is: 'first-between'; readonly names: readonly [string, string] }
  /** The company's `count`-th story of the calendar quarter (UTC). */
  | { readonly is: 'nth-this-quarter'; readonly name: string; readonly count: number };

export type PlatformName = 'console' | 'discord' | 'telegram';

/** Where messages go: a chat of a platform, or a thread or topic inside it. */
export interface Destination {
  readonly platform: PlatformName;
  readonly chat: string;
  readonly topic?: string;
}

/** Who gets what. Empty lists mean "all". */
export interface Subscription extends Manner {
  readonly id: SubscriptionId;
  readonly to: Destination;
  readonly companies: readonly string[];
  readonly leastConfidence: number;
  /** What must be said, in the language of `wordFilter.ts`. */
  readonly words?: string;
  readonly kinds?: readonly Kind[];
  readonly stages?: readonly Stage[];
  readonly languages?: readonly Language[];
  /** Names of packs; a story passes when one of their feeds, or of `feeds`, told it. */
  readonly packs?: readonly string[];
  readonly feeds?: readonly FeedId[];
  /** What the place is called, and the server around it, to name it where it is configured from elsewhere. */
  readonly title?: string;
  readonly server?: string;
  readonly createdAt: number;
  /** Why nothing is posted for now, when the chat refused us; subscribing again resumes. */
  readonly paused?: KeptSentence;
  /** An administrator wants a pause. */
  readonly off?: true;
  /** The person who subscribed, by the platform's id: told in private when the chat refuses us. */
  readonly by?: string;
  /** The language it was asked for in, which posts speak where the chat has chosen none (BCP 47). */
  readonly spoken?: string;
  /** Where the chat lived before the platform moved it: deliveries go on to be named after that place. */
  readonly formerly?: Destination;
}
