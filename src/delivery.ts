import type { DeliveryId, Destination, Stage, StoryId, SubscriptionId } from './model.ts';
import type { KeptSentence } from './words/sentence.ts';

/** Story × destination, or a later step of the story × destination. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly story: StoryId;
  readonly to: Destination;
  /** The subscription that asked for it first; a place may have several. */
  readonly by?: SubscriptionId;
  readonly createdAt: number;
  /** Absent on the post of the story itself: a later stage of it is told, as an answer to that post. */
  readonly step?: Step;
  readonly state: DeliveryState;
  /** The first attempt that we lost sight of, since when it may or may not stand there. */
  readonly doubtfulSince?: number;
  /** It was sent again after such an attempt, and the platform could not tell that: it may stand there twice. */
  readonly mayRepeat?: true;
}

export interface Step {
  readonly stage: Stage;
  readonly answers: DeliveryId;
}

export type DeliveryState =
  | { readonly is: 'waiting' }
  /** Not before this instant: its digest is due then, quiet hours end, or the platform asked for patience. */
  | {
      readonly is: 'held';
      readonly until: number;
      readonly by: 'digest' | 'quiet hours' | 'platform';
      /** Where the platform asked for it. */
      readonly reason?: KeptSentence;
      /** It may have been posted already, within this delivery's message. */
      readonly within?: DeliveryId;
    }
  /** `within` names the delivery whose message carries this one too. */
  | { readonly is: 'sending'; readonly since: number; readonly within?: DeliveryId }
  | Sent
  | { readonly is: 'failed'; readonly at: number; readonly reason: KeptSentence }
  /** An administrator wants it no more. */
  | { readonly is: 'dropped'; readonly at: number };

/** Whether it is still to be sent. */
export const isOpen = ({ state }: Delivery): boolean =>
  state.is === 'waiting' || state.is === 'held' || state.is === 'sending';

export interface Sent {
  readonly is: 'sent';
  readonly at: number;
  /** The platform's id of the message. */
  readonly message: string;
  readonly within?: DeliveryId;
  /** All that the message tells, where it tells of several and is named after this one. */
  readonly tells?: readonly DeliveryId[];
  /** The stage that the story had reached then. */
  readonly stage?: Stage;
  /** A fingerprint of what the message shows of the story, to know when it is out of date; absent when it cannot be edited. */
  readonly shows?: string;
  readonly editedAt?: number;
  /** What stands in its place since an administrator hid it, once it is to be put there. */
  readonly hidden?: string;
}

/**
 * The delivery whose message this one may stand in already, since it was on its way when we lost sight of it: it must
 * go out again in the same message or not at all.
 */
export function bond({ id, state, doubtfulSince }: Delivery): DeliveryId | undefined {
  if (state.is !== 'sending' && doubtfulSince === undefined) return undefined;
  return ('within' in state ? state.within : undefined) ?? id;
}
