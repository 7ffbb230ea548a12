import { afterEach, expect, it, vi } from 'vitest';
import { forgetting } from '../src/forgetting.ts';

const day = 86_400_000;

afterEach(() => void vi.useRealTimers());

it('lets go of stories that are too old, every night until it is stopped', async () => {
  const start = Date.UTC(2026, 4, 1);
  vi.useFakeTimers({ now: start });
  const forget = vi.fn();
  const stop = forgetting({ forget }, 30 * day, Date.now);
  await vi.advanceTimersByTimeAsync(2 * day);
  await stop();
  await vi.advanceTimersByTimeAsync(2 * day);
  const hours = (ms: number): number => Math.floor((ms - start + 30 * day) / 3_600_000);
  expect(forget.mock.calls.map(([before]) => hours(before as number))).toEqual([3, 27]);
});
