// How fast: the best ten seconds, the metres at each speed, the surges.

import { SPEED_BIN } from '../run.ts';
import { FASTEST, type Track } from './distance.ts';
import type { Series } from './series.ts';
import { bySecond, type Stretch } from './stretches.ts';

const BEST_SECONDS = 10;
/** The speed of a second is that of the five around it: positions wobble by more than a step of a second. An estimate of ours. */
const SPEED_WINDOW = 5;

/** Metres a second over the fastest ten seconds; null when no stretch is that long or nothing moved. */
export function bestSpeedOf(stretches: readonly Stretch[]): number | null {
  let best = 0;
  for (const { metres } of stretches)
    for (let at = BEST_SECONDS; at < metres.length; at++)
      best = Math.max(best, ((metres[at] as number) - (metres[at - BEST_SECONDS] as number)) / BEST_SECONDS);
  return best > 0 ? best : null;
}

/** Metres at each speed. Together they are the metres of the stretches. */
export function metresBySpeedOf(stretches: readonly Stretch[], track: Track): readonly number[] | null {
  const bins: number[] = [];
  for (const { metres, to } of stretches) {
    const last = metres.length - 1;
    for (let second = 0; second <= last; second++) {
      // The part of a second at the end goes with the second before it.
      const end = (second === last ? track.metres[to] : metres[second + 1]) as number;
      const step = end - (metres[second] as number);
      if (step <= 0) continue;
      const left = Math.max(0, Math.min(second - 2, last - SPEED_WINDOW));
      const right = Math.min(last, left + SPEED_WINDOW);
      const speed =
        right > left ? ((metres[right] as number) - (metres[left] as number)) / (right - left) : step;
      const bin = Math.floor(Math.min(speed, FASTEST) / SPEED_BIN);
      bins[bin] = (bins[bin] ?? 0) + step;
    }
  }
  return bins.length > 0 ? Array.from(bins, (one) => Math.round((one ?? 0) * 100) / 100) : null;
}

const SURGE = 0.5;
const SURGE_SECONDS = 2;
/** Where points lie farther apart an acceleration of two seconds cannot be seen. */
const COARSEST_STEP = 2;

export interface Surges {
  readonly count: number;
  readonly source: 'speed' | 'distance';
}

/**
 * Accelerations above 0.5 m/s² held for two seconds: of the device's own speed where most points have one (receivers measure it apart from
 * places, and it wobbles less), else of the distance over three seconds. Null where points lie too far apart.
 */
export function surgesOf(stretches: readonly Stretch[], series: Series): Surges | null {
  const steps = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const seconds = stretches.reduce((sum, { metres }) => sum + metres.length - 1, 0);
  if (steps === 0 || seconds / steps > COARSEST_STEP) return null;
  let known = 0;
  for (let at = 0; at < series.count; at++) if (!Number.isNaN(series.speed[at])) known++;
  const source = known > 0.8 * series.count ? 'speed' : 'distance';
  const speed = source === 'speed' ? withoutHoles(series.speed) : series.speed;
  let count = 0;
  for (const stretch of stretches) {
    const speeds =
      source === 'speed' ? bySecond(series.time, speed, stretch.from, stretch.to) : over3(stretch.metres);
    let held = 0;
    for (let at = 1; at < speeds.length; at++) {
      held = (speeds[at] as number) - (speeds[at - 1] as number) > SURGE ? held + 1 : 0;
      if (held === SURGE_SECONDS) count++;
    }
  }
  return { count, source };
}

function withoutHoles(column: Float64Array): Float64Array {
  let last = column.find((one) => !Number.isNaN(one)) ?? 0;
  return column.map((one) => {
    if (!Number.isNaN(one)) last = one;
    return last;
  });
}

function over3(metres: Float64Array): Float64Array {
  const speeds = new Float64Array(Math.max(0, metres.length - 3));
  for (let at = 0; at < speeds.length; at++)
    speeds[at] = ((metres[at + 3] as number) - (metres[at] as number)) / 3;
  return speeds;
}
