import type { FeedId, Kind, Language, Stage, Story } from '../model.ts';

/** Which stories are meant; what is absent or empty does not matter. */
export interface StoryFilter {
  /** Any spelling, alias or product that the company is known by. */
  readonly company?: string;
  readonly kinds?: readonly Kind[];
  readonly stages?: readonly Stage[];
  readonly languages?: readonly Language[];
  readonly feeds?: readonly FeedId[];
  readonly leastConfidence?: number;
  /** First told at or after this instant. */
  readonly since?: number;
  /** First told before this instant. */
  readonly until?: number;
}

/** A page of an answer: `count` stories after the first `skip`. */
export interface Page {
  readonly count: number;
  readonly skip?: number;
}

/** All that is known of one company's partnerships. */
export interface CompanyTimeline {
  /** The name readers know it by. */
  readonly name: string;
  /** Newest first. */
  readonly stories: readonly Story[];
  /** With whom, most often first. */
  readonly ties: readonly Tie[];
}

/** What one company has with another. */
export interface Tie {
  readonly name: string;
  readonly stories: number;
  /** The kind most of its stories are of. */
  readonly kind: Kind;
  readonly firstAt: number;
  readonly lastAt: number;
  /** The latest story says that it is over. */
  readonly ended: boolean;
}

/** What two companies have had with each other. */
export interface Between {
  readonly names: readonly [string, string];
  /** Oldest first. */
  readonly stories: readonly Story[];
}

/** A half-open stretch of time; the stretch of the same length before it is what it is compared with. */
export interface Period {
  readonly since: number;
  readonly until: number;
}

export interface Trends {
  readonly period: Period;
  readonly stories: Change;
  /** Busiest first. */
  readonly companies: readonly (Change & { readonly name: string })[];
  /** Pairs of companies, busiest first. */
  readonly pairs: readonly (Change & { readonly names: readonly [string, string] })[];
  readonly kinds: readonly (Change & { readonly kind: Kind })[];
}

/** How many stories in a period, and in the period of the same length before it. */
export interface Change {
  readonly now: number;
  readonly before: number;
}
