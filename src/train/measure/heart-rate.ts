// Seconds at each heart rate. A beat stands until the next point, but not over a pause and not longer than a sensor can be silent.

import { HEART_RATE_BIN } from '../run.ts';
import type { Series } from './series.ts';

const [SLOWEST, HIGHEST] = [25, 250] as const;
const LONGEST_SILENCE = 15;

/** Null where no point has a heart rate. */
export function secondsByHeartRateOf({
  count,
  time,
  heartRate,
  isAfterPause,
}: Series): readonly number[] | null {
  const bins: number[] = [];
  for (let at = 0; at + 1 < count; at++) {
    const rate = heartRate[at] as number;
    if (!(rate >= SLOWEST && rate <= HIGHEST) || isAfterPause[at + 1]) continue;
    const seconds = (time[at + 1] as number) - (time[at] as number);
    if (seconds > LONGEST_SILENCE) continue;
    const bin = Math.floor(rate / HEART_RATE_BIN);
    bins[bin] = (bins[bin] ?? 0) + seconds;
  }
  return bins.length > 0 ? Array.from(bins, (one) => Math.round((one ?? 0) * 10) / 10) : null;
}
