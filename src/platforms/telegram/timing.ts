/** How patient the connection to Telegram is, in milliseconds. */
export interface Timing {
  /** How long Telegram may hold a poll that has nothing to say; at most 50 s are allowed. */
  readonly poll: number;
  /** A time-out leaves open whether the message was posted, so posting is patient. */
  readonly send: number;
  readonly ask: number;
  /** How long a pressed button may spin before the press is confirmed without words. */
  readonly toast: number;
  readonly firstBackoff: number;
  readonly longestBackoff: number;
  /** How long another program may read with the same token before we give up. */
  readonly conflict: number;
  /** What a stop waits for answers that are on their way. */
  readonly stop: number;
}

export const patience: Timing = {
  poll: 50_000,
  send: 60_000,
  ask: 15_000,
  toast: 3_000,
  firstBackoff: 1_000,
  longestBackoff: 30_000,
  conflict: 120_000,
  stop: 700,
};
