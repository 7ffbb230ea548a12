import type { Story, Subscription } from '../model.ts';

/** Who gets a story: all subscriptions it passes. `sameCompany` decides over names. */
export function route(
  story: Story,
  subscriptions: readonly Subscription[],
  sameCompany: (a: string, b: string) => boolean,
): readonly Subscription[] {
  return subscriptions.filter((subscription) => passes(story, subscription, sameCompany));
}

const passes = (
  story: Story,
  { companies, leastConfidence }: Subscription,
  sameCompany: (a: string, b: string) => boolean,
): boolean =>
  story.confidence >= leastConfidence &&
  (companies.length === 0 ||
    companies.some((company) => story.partners.some((partner) => sameCompany(company, partner))));
