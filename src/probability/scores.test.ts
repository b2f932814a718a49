import { describe, expect, test } from 'vitest';
import { brierScore, calibrationError, calibrationTable, quantile, rateOf } from './index.ts';

describe('rateOf gives Wilson’s interval', () => {
  // Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (hits, n, low, high) => {
    const rate = rateOf(hits, n);
    expect(rate.low).toBeCloseTo(low, 4);
    expect(rate.high).toBeCloseTo(high, 4);
  });

  test('nothing observed is no number and the whole interval', () => {
    expect(rateOf(0, 0)).toEqual({ value: Number.NaN, low: 0, high: 1, n: 0 });
  });
});

describe('scores of forecasts', () => {
  const forecasts = [
    { probability: 0.9, happened: true },
    { probability: 0.9, happened: false },
    { probability: 0.2, happened: false },
  ];

  test('brierScore is the mean squared error', () => {
    expect(brierScore(forecasts)).toBeCloseTo((0.01 + 0.81 + 0.04) / 3, 12);
  });

  test('calibrationError weighs the gaps by the size of the bins', () => {
    expect(calibrationError(calibrationTable(forecasts))).toBeCloseTo((2 / 3) * 0.4 + (1 / 3) * 0.2, 12);
  });

  test('a forecast of exactly one falls into the last bin', () => {
    expect(calibrationTable([{ probability: 1, happened: true }])).toEqual([
      { from: 0.9, to: 1, n: 1, said: 1, seen: 1 },
    ]);
  });

  test('quantile takes the nearest rank', () => {
    expect([quantile([4, 1, 3, 2], 0.5), quantile([4, 1, 3, 2], 0.9), quantile([7], 0.5)]).toEqual([2, 4, 7]);
  });
});
