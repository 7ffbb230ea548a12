import { describe, expect, it } from 'vitest';
import type { Subscription, SubscriptionId } from '../../src/model.ts';
import { route } from '../../src/pipeline/route.ts';
import { companyKey } from '../../src/stories/companyKey.ts';
import { aStory } from '../story.ts';

const to = { platform: 'telegram', chat: '7' } as const;
const subscribed = (changes: Partial<Subscription>): Subscription => ({
  id: 'telegram/7' as SubscriptionId,
  to,
  companies: [],
  leastConfidence: 0.5,
  createdAt: 0,
  ...changes,
});
const same = (a: string, b: string) => companyKey(a) === companyKey(b);

describe('route', () => {
  it.each([
    ['everything to who asked for everything', {}, [to]],
    ['a followed company, however it is spelt', { companies: ['ARCTIC OPTICS Ltd.'] }, [to]],
    ['nothing of others', { companies: ['Lum'] }, []],
    ['nothing less sure than wanted', { leastConfidence: 0.95 }, []],
  ])('%s', (_name, changes, expected) => {
    expect(route(aStory(), [subscribed(changes)], same).map((one) => one.to)).toEqual(expected);
  });
});
