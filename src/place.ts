import type { Destination } from './model.ts';

/** In a forum every post begins a thread; announcements can be passed on to all who follow the channel. */
export type PlaceKind = 'chat' | 'thread' | 'announcements' | 'forum';

/** A place somebody named, and what is known of it. */
export interface Place {
  readonly to: Destination;
  readonly title: string;
  readonly kind: PlaceKind;
  /** Whether the caller decides for it. */
  readonly isAdmin: boolean;
}
