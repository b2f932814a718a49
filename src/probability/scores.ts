// How good probabilities and proportions are: intervals, Brier score, calibration.

/** A proportion with its 95 % interval. */
export interface Rate {
  /** Observed proportion 0–1; NaN when n is 0. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** Wilson's score interval, 95 %: stays inside 0–1 and is honest at small n. (Wilson 1927.) */
export function rateOf(hits: number, n: number): Rate {
  if (n === 0) return { value: Number.NaN, low: 0, high: 1, n };
  const z = 1.959963984540054;
  const p = hits / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half), n };
}

/** One forecast and what came of it. */
export interface Forecast {
  readonly probability: number;
  readonly happened: boolean;
}

/** Brier score: mean squared error of the forecasts; 0 is perfect. NaN when there are none. */
export function brierScore(forecasts: readonly Forecast[]): number {
  const sum = forecasts.reduce((total, one) => total + (one.probability - (one.happened ? 1 : 0)) ** 2, 0);
  return sum / forecasts.length;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean forecast in the bin. */
  readonly said: number;
  /** Share that happened. */
  readonly seen: number;
}

/** Calibration table over ten equal bins; empty bins are left out. */
export function calibrationTable(forecasts: readonly Forecast[]): readonly CalibrationBin[] {
  return Array.from({ length: 10 }, (_, index) => {
    const inBin = forecasts.filter((one) => Math.min(9, Math.floor(one.probability * 10)) === index);
    const n = inBin.length;
    return {
      from: index / 10,
      to: (index + 1) / 10,
      n,
      said: inBin.reduce((sum, one) => sum + one.probability, 0) / n,
      seen: inBin.filter((one) => one.happened).length / n,
    };
  }).filter((bin) => bin.n > 0);
}

/** Expected calibration error: mean gap between said and seen over the bins, weighted by their size. */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  return bins.reduce((sum, bin) => sum + bin.n * Math.abs(bin.said - bin.seen), 0) / n;
}

/** Quantile by the nearest rank (0 < q ≤ 1); NaN for an empty list. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}
