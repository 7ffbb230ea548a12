import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, type Item, layout } from '../../../src/stories/pictures/layout.ts';

const box: Box = { left: 24, top: 80, right: 776, bottom: 700 };
const items = fc
  .array(fc.record({ width: fc.integer({ min: 50, max: 230 }), height: fc.integer({ min: 40, max: 75 }) }), {
    minLength: 1,
    maxLength: 13,
  })
  .map((sizes) => sizes.map((size, at): Item => ({ ...size, key: `n${at}`, central: at === 0 })));
const linksOf = (all: readonly Item[]) =>
  all.slice(1).map(({ key }, at) => ({ ends: ['n0', key] as const, strength: 1 + (at % 3) }));

const placeOf = (places: ReturnType<typeof layout>, key: string) =>
  places.get(key) ?? { x: Number.NaN, y: Number.NaN };

describe('the layout of a network', () => {
  it('keeps all names inside, and none lies over another', () => {
    fc.assert(
      fc.property(items, (all) => {
        const places = layout(all, linksOf(all), box);
        const rectangles = all.map(({ key, width, height }) => ({ ...placeOf(places, key), width, height }));
        for (const [at, a] of rectangles.entries()) {
          expect(a.x - a.width / 2).toBeGreaterThanOrEqual(box.left - 1);
          expect(a.x + a.width / 2).toBeLessThanOrEqual(box.right + 1);
          expect(a.y - a.height / 2).toBeGreaterThanOrEqual(box.top - 1);
          expect(a.y + a.height / 2).toBeLessThanOrEqual(box.bottom + 1);
          for (const b of rectangles.slice(at + 1)) {
            const apart =
              Math.abs(a.x - b.x) >= (a.width + b.width) / 2 - 2 ||
              Math.abs(a.y - b.y) >= (a.height + b.height) / 2 - 2;
            expect(apart, JSON.stringify([a, b])).toBe(true);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(items, (all) => {
        expect(layout(all, linksOf(all), box)).toEqual(layout(all, linksOf(all), box));
      }),
      { numRuns: 5 },
    );
  });

  it('puts the company in focus into the middle', () => {
    const all = Array.from(
      { length: 9 },
      (_, at): Item => ({ key: `n${at}`, width: 120, height: 50, central: at === 0 }),
    );
    const { x, y } = placeOf(layout(all, linksOf(all), box), 'n0');
    expect(Math.hypot(x - 400, y - 390)).toBeLessThan(60);
  });
});
