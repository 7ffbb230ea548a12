/** What `parse` hands on: the same shape for every format. Strings are empty, not absent, when the feed has none. */

import type { Sentence } from '../../words/sentence.ts';

export type FeedFormat = 'rss2' | 'rss1' | 'rss0.9x' | 'atom1' | 'atom0.3' | 'json';

/** More are not read: ten mebibytes of nothing but empty items would fill the memory two hundred times over. */
export const mostItems = 20_000;

export type Parsed =
  | { readonly ok: true; readonly feed: ParsedFeed }
  | { readonly ok: false; readonly reason: Sentence };

export interface ParsedFeed extends PollingHints {
  readonly format: FeedFormat;
  /** Plain text. */
  readonly title: string;
  readonly link: string;
  /** The language tag as the publisher wrote it. */
  readonly language?: string;
  readonly items: readonly ParsedItem[];
}

/** What a feed says of when and how it wants to be read. */
export interface PollingHints {
  /** WebSub §4: where to subscribe, and under which topic URL. */
  readonly hub?: string;
  readonly self?: string;
  readonly ttlMinutes?: number;
  /** Hours of the day, UTC, 0–23. */
  readonly skipHours?: readonly number[];
  /** Days of the week, 0 is Sunday. */
  readonly skipDays?: readonly number[];
  /** `sy:updatePeriod` divided by `sy:updateFrequency`, in milliseconds. */
  readonly updatePeriodMs?: number;
}

export interface ParsedItem {
  /** The publisher's own id, as written; empty when the item has none. */
  readonly id: string;
  /** Absolute wherever the document or its address says enough. */
  readonly url: string;
  /** Plain text. */
  readonly title: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number | undefined;
  readonly author: string | undefined;
  /** HTML as the publisher wrote it: not sanitized. */
  readonly summary: string;
  /** HTML as the publisher wrote it: not sanitized. */
  readonly content: string;
  readonly image: string | undefined;
  readonly language: string | undefined;
}
