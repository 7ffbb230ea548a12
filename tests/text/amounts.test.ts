import { describe, expect, it } from 'vitest';
import { amounts } from '../../src/text/amounts.ts';

describe('amounts', () => {
  it.each([
    ['$2.25 billion', ['2250000000']],
    ['$2.25bn', ['2250000000']],
    ['2,25 Milliarden Euro', ['2250000000']],
    ['15亿美元', ['1500000000']],
    ['Rs 51,000 crore', ['510000000000']],
    ['a 10GW campus, 10 gigawatts', ['10gw', '10gw']],
    ['a 20% stake of 20 percent', ['20%', '20%']],
    ['a 90 FPS game', ['90fps']],
    ['¥350', ['350']],
    ['a 10-year lease', ['10y']],
    ['in 2026, on 5 May, the iPhone 12', []],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });
});
