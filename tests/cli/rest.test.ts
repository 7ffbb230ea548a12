import { afterEach, describe, expect, it, vi } from 'vitest';
import { restful } from '../../src/cli/rest.ts';

afterEach(() => void vi.useRealTimers());

describe('giving memory back', () => {
  it.each([
    ['a start and rest', [2_000, 2_050], 1],
    ['work without rest', [2_000, 4_000, 6_000], 0],
    ['rest that goes on', [2_000, 2_050, 2_060, 2_070, 2_080], 1],
    ['rest after every round', [2_000, 2_050, 5_000, 5_010, 9_000, 9_020], 3],
    ['feeds that have not changed, for a minute', [2_000, 2_050, 2_100, 2_150, 2_200, 2_250, 2_300], 1],
    ['little work, again and again, until it is much', [2_000, 2_050, 2_200, 2_300, 2_370], 2],
  ])('%s', (_, cpuMs, times) => {
    vi.useFakeTimers();
    let now = 0;
    const collect = vi.fn();
    const stop = restful({ usage: () => ({ cpuMs: now, peakMb: 0 }), collect });
    for (now of cpuMs) vi.advanceTimersByTime(10_000);
    stop();
    expect(collect).toHaveBeenCalledTimes(times);
  });
});
