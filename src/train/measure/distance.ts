// Metres along a leg, point by point: as the device counted them where it did, else from its speed, else from positions (great circles on a
// sphere of 6,371,008.8 m, the mean radius of WGS 84; off by up to 0.5 %, less than positions themselves). Not smoothed: the wobble of
// positions adds a few per cent to a distance, as it does in most programs, and a smoothing would cut corners.

import { formatNote } from '../readers/notes.ts';
import type { Series } from './series.ts';

export interface Track {
  /** Metres since the first row, never falling. */
  readonly metres: Float64Array;
  readonly source: 'distance' | 'speed' | 'positions' | null;
  readonly notes: readonly string[];
}

/** Faster than anybody has run (12.4 m/s at the peak of the fastest 100 m): a mistake of the device. */
export const FASTEST = 12.5;
/** After so many points that cannot be, the new place is believed and the way to it is not. */
const MOST_SPIKES = 10;
const EARTH_RADIUS = 6_371_008.8;

export function trackOf(series: Series): Track {
  const enough = Math.max(2, series.count / 2);
  if (known(series.distanceMetres) >= enough && rises(series.distanceMetres)) return counted(series);
  if (hasPositions(series)) return fromPositions(series);
  if (known(series.speed) >= enough) return fromSpeed(series);
  return { metres: new Float64Array(series.count), source: null, notes: [] };
}

function known(column: Float64Array): number {
  let count = 0;
  for (let at = 0; at < column.length; at++) if (!Number.isNaN(column[at])) count++;
  return count;
}

function rises(column: Float64Array): boolean {
  let first = Number.NaN;
  for (let at = 0; at < column.length; at++) {
    const value = column[at] as number;
    if (Number.isNaN(first)) first = value;
    else if (value > first) return true;
  }
  return false;
}

/** From the device's own count. It may begin anywhere (multisport) and begin again (a second device); a pause may hide metres in it. */
function counted({ count, time, distanceMetres }: Series): Track {
  const metres = new Float64Array(count);
  let jumps = 0;
  let last = -1;
  for (let at = 0; at < count; at++) {
    const value = distanceMetres[at] as number;
    if (Number.isNaN(value)) continue;
    if (last < 0) {
      last = at;
      continue;
    }
    const seconds = (time[at] as number) - (time[last] as number);
    let step = Math.max(0, value - (distanceMetres[last] as number));
    if (step > FASTEST * Math.max(seconds, 1)) {
      step = 0;
      jumps++;
    }
    fill(metres, time, last, at, step);
    last = at;
  }
  metres.fill(last < 0 ? 0 : (metres[last] as number), Math.max(last, 0));
  return { metres, source: 'distance', notes: jumps > 0 ? [formatNote('distance-jumps', jumps)] : [] };
}

function fromSpeed({ count, time, speed, isAfterPause }: Series): Track {
  const metres = new Float64Array(count);
  for (let at = 1; at < count; at++) {
    const now = speed[at] as number;
    const isKnown = !isAfterPause[at] && now >= 0 && now <= FASTEST;
    // A speed says nothing about minutes without points.
    const seconds = Math.min((time[at] as number) - (time[at - 1] as number), 10);
    metres[at] = (metres[at - 1] as number) + (isKnown ? now * seconds : 0);
  }
  return { metres, source: 'speed', notes: [] };
}

function hasPositions(series: Series): boolean {
  let count = 0;
  for (let at = 0; at < series.count && count < 2; at++) if (isPlace(series, at)) count++;
  return count === 2;
}

/** 0° 0° is what broken receivers say. */
function isPlace({ latitude, longitude }: Series, at: number): boolean {
  const [north, east] = [latitude[at] as number, longitude[at] as number];
  return !Number.isNaN(north) && !Number.isNaN(east) && (north !== 0 || east !== 0);
}

function fromPositions(series: Series): Track {
  const { count, time, isAfterPause } = series;
  const metres = new Float64Array(count);
  let spikes = 0;
  let inRow = 0;
  let last = -1;
  let isNew = true;
  for (let at = 0; at < count; at++) {
    if (isAfterPause[at]) isNew = true;
    if (!isPlace(series, at)) continue;
    if (last < 0 || isNew) {
      // Whatever way lies in a pause was not run.
      if (last >= 0) fill(metres, time, last, at, 0);
      last = at;
      isNew = false;
      inRow = 0;
      continue;
    }
    const step = between(series, last, at);
    if (step > FASTEST * Math.max((time[at] as number) - (time[last] as number), 1)) {
      spikes++;
      if (++inRow < MOST_SPIKES) continue;
      fill(metres, time, last, at, 0);
    } else fill(metres, time, last, at, step);
    inRow = 0;
    last = at;
  }
  metres.fill(last < 0 ? 0 : (metres[last] as number), Math.max(last, 0));
  return { metres, source: 'positions', notes: spikes > 0 ? [formatNote('gps-spikes', spikes)] : [] };
}

/** Spreads the metres from one row to another evenly over the time between. */
function fill(metres: Float64Array, time: Float64Array, from: number, to: number, step: number): void {
  const [base, begin] = [metres[from] as number, time[from] as number];
  const seconds = (time[to] as number) - begin;
  for (let at = from + 1; at < to; at++)
    metres[at] = base + (step * ((time[at] as number) - begin)) / seconds;
  metres[to] = base + step;
}

function between({ latitude, longitude }: Series, from: number, to: number): number {
  const radians = Math.PI / 180;
  const north = (latitude[from] as number) * radians;
  const northTo = (latitude[to] as number) * radians;
  const sineNorth = Math.sin((northTo - north) / 2);
  const sineEast = Math.sin((((longitude[to] as number) - (longitude[from] as number)) * radians) / 2);
  const chord = sineNorth * sineNorth + Math.cos(north) * Math.cos(northTo) * sineEast * sineEast;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}
