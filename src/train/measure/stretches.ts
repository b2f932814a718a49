// A leg second by second. Speeds, bests and surges are asked of even seconds, while devices write a point a second, every few seconds ("smart
// recording") or several a second. Pauses and holes end a stretch, so that nothing is ever measured across them.

import type { Track } from './distance.ts';
import type { Series } from './series.ts';

/** Metres at each second of an unbroken stretch; the last one may be a part of a second later. */
export interface Stretch {
  readonly metres: Float64Array;
  /** Rows from, to (included). */
  readonly from: number;
  readonly to: number;
}

/** Longer steps are holes: somebody stood still, or the receiver was blind. Smart recording stays below. An estimate of ours. */
const LONGEST_STEP = 60;
/** A step this long that hardly moves is a pause the device did not mark. Estimates of ours. */
const PAUSE_SECONDS = 15;
const PAUSE_SPEED = 0.5;

/** Whether a pause lies before the row, marked or not. */
export function isPauseBefore(series: Series, { metres, source }: Track, at: number): boolean {
  if (at === 0) return false;
  if (series.isAfterPause[at]) return true;
  if (source === null) return false;
  const seconds = (series.time[at] as number) - (series.time[at - 1] as number);
  const speed = ((metres[at] as number) - (metres[at - 1] as number)) / seconds;
  return seconds > PAUSE_SECONDS && speed < PAUSE_SPEED;
}

export function stretchesOf(series: Series, track: Track): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = 1; at <= series.count; at++) {
    const isEnd =
      at === series.count ||
      (series.time[at] as number) - (series.time[at - 1] as number) > LONGEST_STEP ||
      isPauseBefore(series, track, at);
    if (!isEnd) continue;
    if (at - 1 > from)
      stretches.push({ metres: bySecond(series.time, track.metres, from, at - 1), from, to: at - 1 });
    from = at;
  }
  return stretches;
}

/** A column at each whole second from the first row on, straight lines between rows. */
export function bySecond(time: Float64Array, column: Float64Array, from: number, to: number): Float64Array {
  const begin = time[from] as number;
  const seconds = Math.floor((time[to] as number) - begin + 1e-9);
  const values = new Float64Array(seconds + 1);
  let row = from;
  for (let second = 0; second <= seconds; second++) {
    const moment = begin + second;
    while (row + 1 < to && (time[row + 1] as number) <= moment) row++;
    const next = Math.min(row + 1, to);
    const [left, right] = [time[row] as number, time[next] as number];
    const share = right > left ? Math.min(1, (moment - left) / (right - left)) : 0;
    values[second] = (column[row] as number) + share * ((column[next] as number) - (column[row] as number));
  }
  return values;
}
