import { expect, it } from 'vitest';
import { hostsInTurn } from '../../../src/pipeline/due/hostsInTurn.ts';

it('lets hosts take turns, each in its own order', () => {
  const feeds = ['a1', 'a2', 'a3', 'b1', 'c1', 'b2'];
  expect(hostsInTurn(feeds, (feed) => feed.slice(0, 1))).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
});
