import type { Story, Subscription } from '../model.ts';
import { passes } from './route/passes.ts';

/** Who gets a story: all subscriptions it passes. `sameCompany` decides over names. */
export function route(
  story: Story,
  subscriptions: readonly Subscription[],
  sameCompany: (a: string, b: string) => boolean,
): readonly Subscription[] {
  return subscriptions.filter((subscription) => passes(story, subscription, sameCompany));
}
