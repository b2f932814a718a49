import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curveThrough, pathDown, pathUp, valueAt } from './smooth-curve.ts';

/** Points with ascending heights at least 1 apart. */
const points = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 60 })), {
    minLength: 2,
    maxLength: 9,
  })
  .map((steps) => steps.map(([, value], index) => [heightOf(steps, index), value] as const));

const heightOf = (steps: readonly (readonly [number, number])[], index: number) =>
  steps.slice(0, index + 1).reduce((sum, [step]) => sum + step, 0);

/** Every "x y" pair of a path, in order. */
const pairs = (path: string) =>
  [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('a smooth curve', () => {
  test('goes through its points and stays at its ends beyond them', () => {
    fc.assert(
      fc.property(points, (given) => {
        const curve = curveThrough(given);
        for (const [height, value] of given) expect(valueAt(curve, height)).toBeCloseTo(value, 9);
        expect(valueAt(curve, -100)).toBeCloseTo(given[0]?.[1] ?? Number.NaN, 9);
        expect(valueAt(curve, 1e6)).toBeCloseTo(given.at(-1)?.[1] ?? Number.NaN, 9);
      }),
    );
  });

  test('a slice of it is drawn on the curve: the ends and the middle of each of its cubics', () => {
    fc.assert(
      fc.property(points, fc.double({ min: 0, max: 0.8, noNaN: true }), (given, share) => {
        const curve = curveThrough(given);
        const [first, last] = [given[0]?.[0] ?? 0, given.at(-1)?.[0] ?? 0];
        const from = first + (last - first) * share;
        const drawn = [[valueAt(curve, from), from], ...pairs(pathDown(curve, from, last))];
        for (let start = 0; start + 3 < drawn.length; start += 3) {
          const cubic = drawn.slice(start, start + 4);
          const middle = (axis: 0 | 1) =>
            [1, 3, 3, 1].reduce((sum, weight, index) => sum + (weight * (cubic[index]?.[axis] ?? 0)) / 8, 0);
          for (const [x, y] of [
            [cubic[3]?.[0] ?? 0, cubic[3]?.[1] ?? 0] as const,
            [middle(0), middle(1)] as const,
          ]) {
            // Rounding to a tenth; a steep curve moves more than that between two tenths of height.
            const near = [-0.1, 0, 0.1].map((off) => valueAt(curve, y + off));
            expect(x).toBeGreaterThanOrEqual(Math.min(...near) - 0.11);
            expect(x).toBeLessThanOrEqual(Math.max(...near) + 0.11);
          }
        }
      }),
    );
  });

  test('leads the same way up as down', () => {
    fc.assert(
      fc.property(points, (given) => {
        const curve = curveThrough(given);
        const [from, to] = [given[0]?.[0] ?? 0, given.at(-1)?.[0] ?? 0];
        const down = pairs(pathDown(curve, from, to));
        const up = pairs(pathUp(curve, to, from));
        // Without the point the pen starts from, and without the one it comes to.
        expect(up.slice(0, -1)).toEqual(down.slice(0, -1).reverse());
      }),
    );
  });

  test('refuses points that do not go down', () => {
    expect(() => curveThrough([[0, 1]])).toThrow(/two points/);
    expect(() =>
      curveThrough([
        [3, 1],
        [3, 2],
      ]),
    ).toThrow(/top to bottom/);
  });
});
