import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hold } from '../../src/pipeline/hold.ts';
import type { Subscription } from '../../src/model.ts';

type Wishes = Pick<Subscription, 'when' | 'quietHours' | 'timeZone'>;
const nights = { from: '22:00', to: '07:30' };
const siesta = { from: '13:00', to: '15:00' };
const daily = { is: 'digest', cron: '0 18 * * *' } as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a post waits', () => {
  it.each<[string, Wishes, string, string | undefined]>([
    ['for nothing, unless asked to', {}, '2026-05-04T12:00Z', undefined],
    ['for nothing when it is wanted at once', { when: { is: 'instant' } }, '2026-05-04T12:00Z', undefined],
    ['for the morning', { quietHours: nights }, '2026-05-04T23:10:30Z', '2026-05-05T07:30Z'],
    ['for the same morning after midnight', { quietHours: nights }, '2026-05-05T03:00Z', '2026-05-05T07:30Z'],
    ['for nothing by day', { quietHours: nights }, '2026-05-05T07:30Z', undefined],
    ['for the end of a siesta', { quietHours: siesta }, '2026-05-05T13:00Z', '2026-05-05T15:00Z'],
    [
      "by the chat's own clock",
      { quietHours: nights, timeZone: 'Asia/Tokyo' },
      '2026-05-04T13:00Z',
      '2026-05-04T22:30Z',
    ],
    ['for the next digest', { when: daily }, '2026-05-04T18:00:01Z', '2026-05-05T18:00Z'],
    [
      "for the digest by the chat's own clock",
      { when: daily, timeZone: 'America/New_York' },
      '2026-05-04T18:00Z',
      '2026-05-04T22:00Z',
    ],
    [
      'for nothing in quiet hours that are none',
      { quietHours: { from: '08:00', to: '08:00' } },
      '2026-05-04T08:00Z',
      undefined,
    ],
  ])('%s', (_name, wishes, now, until) => {
    vi.setSystemTime(Date.parse(now));
    const held = hold(wishes, Date.now());
    expect(held?.until).toBe(until === undefined ? undefined : Date.parse(until));
  });
});
