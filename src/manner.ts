/** How and when posts come to a place that asked for them. */

export type When =
  | { readonly is: 'instant' }
  /** Collected, and posted as one ranked message on a cron schedule. */
  | { readonly is: 'digest'; readonly cron: string };

/** Times of the day, `HH:MM`; hours that end earlier than they begin reach past midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export const formats = ['card', 'compact', 'headline'] as const;
export type Format = (typeof formats)[number];

/** What a subscription wishes of its posts. */
export interface Manner {
  /** When posts go out; at once when absent. */
  readonly when?: When;
  /** Nothing is posted in these hours; what was told meanwhile comes afterwards, as one message. */
  readonly quietHours?: QuietHours;
  /** An IANA name such as `Europe/Berlin`, which digests and quiet hours go by; UTC when absent. */
  readonly timeZone?: string;
  /** Roles and people to mention, as the platform knows them: `role:1`, `user:2`, `@name`. */
  readonly mentions?: readonly string[];
  /** Posts make no sound. */
  readonly silent?: true;
  /** A card when absent. */
  readonly format?: Format;
  readonly pictures?: false;
  /** Where a post begins a thread of its own, or can be passed on to all who follow the channel. */
  readonly placeKind?: 'forum' | 'announcements';
  /** Tags of a forum's threads, by name. */
  readonly tags?: readonly string[];
  /** Posts in an announcement channel are not passed on. */
  readonly publish?: false;
}
