// Metres up and down. Altitudes wobble, and each wobble would count as a climb. The rule is ours, as every program has its own and none is a
// standard: the mean of the 30 seconds around each point, then changes of less than 2 m since the last that counted are left out. Where the device summed up its own climb that
// is taken instead, since it has a barometer and the raw data.

import type { Series } from './series.ts';

export interface Climb {
  readonly up: number;
  readonly down: number;
}

const WINDOW = 30;
const LEAST_CHANGE = 2;

/** Null where fewer than half of the points have an altitude. */
export function climbOf({ count, time, altitudeMetres }: Series): Climb | null {
  const room = new Uint32Array(count);
  let known = 0;
  for (let at = 0; at < count; at++) if (isAltitude(altitudeMetres[at] as number)) room[known++] = at;
  const rows = room.subarray(0, known);
  if (rows.length < 2 || rows.length < count / 2) return null;

  let up = 0;
  let down = 0;
  let from = 0;
  let to = 0;
  let sum = 0;
  let counted = Number.NaN;
  for (const row of rows) {
    const moment = time[row] as number;
    for (; to < rows.length && (time[rows[to] as number] as number) <= moment + WINDOW / 2; to++)
      sum += altitudeMetres[rows[to] as number] as number;
    for (; (time[rows[from] as number] as number) < moment - WINDOW / 2; from++)
      sum -= altitudeMetres[rows[from] as number] as number;
    const altitude = sum / (to - from);
    if (Number.isNaN(counted)) counted = altitude;
    const change = altitude - counted;
    if (Math.abs(change) < LEAST_CHANGE) continue;
    if (change > 0) up += change;
    else down -= change;
    counted = altitude;
  }
  return { up, down };
}

/** From below the Dead Sea to above Everest. */
function isAltitude(metres: number): boolean {
  return metres > -500 && metres < 9000;
}
