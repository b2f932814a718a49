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

  test('a slice of it ends on the curve, and its inner joints are points of the curve', () => {
    fc.assert(
      fc.property(points, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const curve = curveThrough(given);
        const last = given.at(-1)?.[0] ?? 0;
        const first = given[0]?.[0] ?? 0;
        const from = first + (last - first) * share * 0.8;
        // Of each cubic, the third pair is where it ends.
        for (const [x = 0, y = 0] of pairs(pathDown(curve, from, last)).filter(
          (_, index) => index % 3 === 2,
        )) {
          // Rounding to a tenth; a steep curve moves more than that between two tenths of height.
          const near = [valueAt(curve, y - 0.06), valueAt(curve, y), valueAt(curve, y + 0.06)];
          expect(x).toBeGreaterThanOrEqual(Math.min(...near) - 0.06);
          expect(x).toBeLessThanOrEqual(Math.max(...near) + 0.06);
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
