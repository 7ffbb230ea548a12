import type { ChatSettings, Context } from '../command.ts';
import type { Action } from '../message.ts';
import type { Destination, Feed, FeedId, StoryId, Subscription, SubscriptionId } from '../model.ts';

/** What undoing has to put back and take away. */
export interface Undo {
  readonly restore?: readonly Subscription[];
  readonly remove?: readonly SubscriptionId[];
  readonly restoreFeeds?: readonly Feed[];
  readonly removeFeeds?: readonly FeedId[];
  /** A post that was hidden by somebody's vote, and whether its story was merged into another. */
  readonly post?: {
    readonly story: StoryId;
    readonly at: Destination;
    readonly voter: string;
    readonly merged: boolean;
  };
  readonly settings?: { readonly of: Destination; readonly were: ChatSettings };
}

const undoMs = 10 * 60_000;

/** Takes a change back for ten minutes. What it puts back is kept on our side, so nobody can forge it. */
export const undoButton = ({ press, words, now }: Context, undo: Undo): Action => ({
  is: 'button',
  label: words.say('undo.label'),
  press: press('undo', { undo: JSON.stringify(undo), at: now }, { keepMs: undoMs }),
});
