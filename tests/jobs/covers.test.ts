import { expect, test } from 'vitest';
import { covers, isWanted } from '../../src/jobs/covers.ts';
import type { Feed, FeedId, Subscription } from '../../src/model.ts';
import { subscriptionId } from '../../src/subscriptionId.ts';

const feed = (id: string, addedIn?: string): Feed => ({
  id: id as FeedId,
  url: `https://${id}.example/feed`,
  title: id,
  ...(addedIn !== undefined && { addedIn }),
});

function subscription(feeds?: readonly string[]): Subscription {
  const to = { platform: 'console', chat: 'a' } as const;
  return {
    id: subscriptionId(to),
    to,
    companies: [],
    leastConfidence: 0.5,
    createdAt: 0,
    ...(feeds && { feeds: feeds as readonly FeedId[] }),
  };
}

test.each([
  ['no choice covers every feed', undefined, true],
  ['an empty choice covers every feed', [], true],
  ['a choice covers its feeds', ['wire', 'other'], true],
  ['a choice covers no other feed', ['other'], false],
])('%s', (_, feeds, expected) => {
  expect(covers(subscription(feeds), feed('wire').id)).toBe(expected);
});

test.each([
  ['of the operator, without any subscriber', feed('wire'), [], true],
  ['that a chat added, with a subscriber', feed('wire', 'console/a'), [subscription(['wire'])], true],
  ['that a chat added, with somebody who gets everything', feed('wire', 'console/a'), [subscription()], true],
  ['that a chat added, every subscriber of which is gone', feed('wire', 'console/a'), [], false],
  [
    'that a chat added, while others read other feeds',
    feed('wire', 'console/a'),
    [subscription(['b'])],
    false,
  ],
])('a feed %s', (_, one, subscriptions, expected) => {
  expect(isWanted(one, subscriptions)).toBe(expected);
});
