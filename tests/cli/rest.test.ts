import { afterEach, describe, expect, it, vi } from 'vitest';
import { restful } from '../../src/cli/rest.ts';

afterEach(() => void vi.useRealTimers());

/** Milliseconds of work so far and megabytes held, at each glance; a collection leaves 100 MB. */
type Glance = readonly [cpuMs: number, mb: number];

describe('giving memory back', () => {
  it.each<readonly [string, readonly Glance[], number]>([
    [
      'a start and rest',
      [
        [2_000, 150],
        [2_050, 150],
      ],
      1,
    ],
    [
      'work without rest',
      [
        [2_000, 150],
        [4_000, 170],
        [6_000, 170],
      ],
      0,
    ],
    [
      'rest that goes on',
      [
        [2_000, 150],
        [2_050, 150],
        [2_060, 101],
        [2_070, 102],
      ],
      1,
    ],
    [
      'rest after every round',
      [
        [2_000, 150],
        [2_050, 150],
        [5_000, 180],
        [5_010, 180],
      ],
      2,
    ],
    [
      'feeds that have not changed',
      [
        [2_000, 150],
        [2_050, 150],
        [2_150, 104],
        [2_250, 106],
      ],
      1,
    ],
    [
      'growth little by little',
      [
        [2_000, 150],
        [2_050, 150],
        [2_150, 104],
        [2_250, 109],
      ],
      2,
    ],
  ])('%s', (_, glances, times) => {
    vi.useFakeTimers();
    let [cpuMs, mb]: Glance = [0, 0];
    const collect = vi.fn(() => {
      mb = 100;
    });
    const stop = restful({ usage: () => ({ cpuMs, mb, peakMb: mb }), collect });
    for ([cpuMs, mb] of glances) vi.advanceTimersByTime(10_000);
    stop();
    expect(collect).toHaveBeenCalledTimes(times);
  });
});
