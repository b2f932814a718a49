import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalAbove, normalQuantile } from './normal.ts';

// Both columns from SciPy 1.x, scipy.stats.norm.sf and norm.ppf.
describe('the normal distribution', () => {
  it.each([
    [-3, 0.9986501019683699],
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [2, 0.022750131948179195],
    [5, 2.866515718791933e-7],
    [8, 6.22096057427174e-16],
    [20, 2.7536241186061556e-89],
  ])('above %d lies %d', (x, above) => {
    expect(Math.abs(normalAbove(x) / above - 1)).toBeLessThan(1e-8);
  });

  it.each([
    [1e-200, -30.20559417957964],
    [1e-10, -6.361340902404056],
    [0.01, -2.3263478740408408],
    [0.3, -0.5244005127080409],
    [0.975, 1.959963984540054],
  ])('has %d below its quantile %d', (p, x) => {
    expect(normalQuantile(p)).toBeCloseTo(x, 12);
  });

  it('has quantiles that undo its probabilities, far out too', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 30, noNaN: true }), (x) => {
        expect(-normalQuantile(normalAbove(x))).toBeCloseTo(x, 5);
      }),
    );
  });
});
