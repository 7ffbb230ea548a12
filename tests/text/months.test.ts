import { expect, it } from 'vitest';
import { months } from '../../src/text/months.ts';

it.each([
  ['in June and on 5 May', [5, 6]],
  ['im März, ab Oktober', [3, 10]],
  ['en août et en déc.', [8, 12]],
  ['de enero a septiembre', [1, 9]],
  ['в мае и июле', [5, 7]],
  ['今年6月，10月', [6, 10]],
  ['a mark of a market, decent and novel', []],
])('%s', (text, expected) => {
  expect([...months(text)].toSorted((a, b) => a - b)).toEqual(expected);
});
