import type { Destination } from './model.ts';

/** At most so many within any stretch of `inMs` milliseconds. */
export interface Limit {
  readonly most: number;
  readonly inMs: number;
}

/** How often a platform lets itself be written to. */
export interface Pace {
  /** More than so many that wait for one chat are not worth a message each. */
  readonly burst: number;
  /** Over all chats together. */
  readonly overall: Limit;
  /** Under way together at most, where the platform does not recognise what a kill makes us send again. */
  readonly atOnce?: number;
  /** The chat whose limits a post to this place counts against. */
  chatOf(to: Destination): string;
  limitsOf(chat: string): readonly Limit[];
}
