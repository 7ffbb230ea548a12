import { expect, it } from 'vitest';
import { inOrderOfTime } from '../../src/cli/inOrderOfTime.ts';

it('gives back the oldest first, and equals in the order they came', () => {
  const order = inOrderOfTime<string>();
  order.add(3, 'late');
  order.add(1, 'first');
  order.add(2, 'x');
  order.add(2, 'y');
  expect([...order.values()]).toEqual(['first', 'x', 'y', 'late']);
});
