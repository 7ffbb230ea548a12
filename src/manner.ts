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
