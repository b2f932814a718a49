// The points of a leg with a clock that only goes forward. Clocks of watches jump: they begin in 1989 until the satellites tell the time,
// they are set while running, single points come late. What came before a jump is moved, since the later clock is the corrected one.

import type { Columns } from '../readers/columns.ts';
import { formatNote } from '../readers/notes.ts';
import type { Piece } from '../readers/recording.ts';

/** Rows with a time, in the order of time. `time` is in seconds since the first of them. */
export interface Series {
  readonly count: number;
  /** The instant of the first row, milliseconds since 1970; NaN when there is none. */
  readonly start: number;
  readonly time: Float64Array;
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly altitudeMetres: Float64Array;
  readonly distanceMetres: Float64Array;
  readonly speed: Float64Array;
  readonly heartRate: Float64Array;
  /** 1 where the file says that a pause lies before the row. */
  readonly isAfterPause: Uint8Array;
  readonly notes: readonly string[];
}

/** Nobody pauses longer in one run; a longer step is a clock that was set. An estimate of ours. */
const LONGEST_STEP = 24 * 3600_000;
/** Programs that join two devices write points some seconds out of order. An estimate of ours. */
const LATE_POINTS = 20;
/** Seconds. Laps and tracks begin new pieces without anybody standing still. An estimate of ours. */
const SHORTEST_PAUSE = 5;
/** What a step over a clock jump is taken for, as nobody knows. */
const USUAL_STEP = 1000;

const KEYS = ['latitude', 'longitude', 'altitudeMetres', 'distanceMetres', 'speed', 'heartRate'] as const;

export function seriesOf(columns: Columns, pieces: readonly Piece[]): Series {
  const rows = rowsOf(columns, pieces);
  const { kept, starts, jumps, dropped } = inOrder(columns.time, rows);
  const count = kept.length;
  const time = new Float64Array(count);
  let shift = 0;
  let end = count;
  // From the last jump back to the first: what lies before a jump moves by it.
  for (const jump of [...jumps.toReversed(), { at: 0, shift: 0 }]) {
    for (let at = jump.at; at < end; at++) time[at] = (columns.time[kept[at] as number] as number) + shift;
    shift += jump.shift;
    end = jump.at;
  }
  const start = count > 0 ? (time[0] as number) : Number.NaN;
  for (let at = 0; at < count; at++) time[at] = ((time[at] as number) - start) / 1000;
  const isAfterPause = new Uint8Array(count);
  for (let at = 1; at < count; at++) {
    const seconds = (time[at] as number) - (time[at - 1] as number);
    if (rows.isAfterPause[starts[at] as number] && seconds > SHORTEST_PAUSE) isAfterPause[at] = 1;
  }
  const picked = Object.fromEntries(
    KEYS.map((key) => [key, merged(columns[key], rows.rows, kept, starts)]),
  ) as Record<(typeof KEYS)[number], Float64Array>;
  const seconds = jumps.reduce((sum, one) => sum + Math.abs(one.shift) / 1000, 0);
  return {
    count,
    start,
    time,
    ...picked,
    isAfterPause,
    notes: [
      ...(jumps.length > 0 ? [formatNote('clock-jump', jumps.length, seconds)] : []),
      ...(dropped > 0 ? [formatNote('points-out-of-order', dropped)] : []),
    ],
  };
}

interface Rows {
  readonly rows: Uint32Array;
  readonly isAfterPause: Uint8Array;
}

function rowsOf(columns: Columns, pieces: readonly Piece[]): Rows {
  const size = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  const rows = new Uint32Array(size);
  const isAfterPause = new Uint8Array(size);
  let count = 0;
  for (const { from, to } of pieces) {
    let isFirst = true;
    for (let row = from; row < to; row++) {
      if (Number.isNaN(columns.time[row])) continue;
      rows[count] = row;
      isAfterPause[count++] = isFirst ? 1 : 0;
      isFirst = false;
    }
  }
  return { rows: rows.subarray(0, count), isAfterPause: isAfterPause.subarray(0, count) };
}

interface Order {
  /** The row that stands for each moment. */
  readonly kept: Uint32Array;
  /** Where the moment begins in `rows`: several rows may share a second. */
  readonly starts: Uint32Array;
  readonly jumps: readonly { readonly at: number; readonly shift: number }[];
  readonly dropped: number;
}

function inOrder(times: Float64Array, { rows }: Rows): Order {
  const kept = new Uint32Array(rows.length);
  const starts = new Uint32Array(rows.length);
  const jumps: { at: number; shift: number }[] = [];
  let count = 0;
  let dropped = 0;
  let before = Number.NaN;
  for (let at = 0; at < rows.length; at++) {
    const now = times[rows[at] as number] as number;
    if (now === before) continue;
    const isJump = now < before || now > before + LONGEST_STEP;
    if (isJump) {
      if (comesBack(times, rows, at, before)) {
        dropped++;
        continue;
      }
      jumps.push({ at: count, shift: now - USUAL_STEP - before });
    }
    kept[count] = rows[at] as number;
    starts[count++] = at;
    before = now;
  }
  return { kept: kept.subarray(0, count), starts: starts.subarray(0, count), jumps, dropped };
}

/** Whether the clock goes on from before within a few points: then it was the point that was late, not the clock that was set. */
function comesBack(times: Float64Array, rows: Uint32Array, at: number, before: number): boolean {
  const end = Math.min(rows.length, at + 1 + LATE_POINTS);
  for (let next = at + 1; next < end; next++) {
    const time = times[rows[next] as number] as number;
    if (time > before && time <= before + LONGEST_STEP) return true;
  }
  return false;
}

/** Devices write heart rate and place of one second in messages of their own: the first that knows a number gives it. */
function merged(
  column: Float64Array,
  rows: Uint32Array,
  kept: Uint32Array,
  starts: Uint32Array,
): Float64Array {
  const [first = 0] = rows;
  const last = first + rows.length - 1;
  // The usual file: every point has its own second, and they stand one after the other.
  if (kept.length === rows.length && rows.at(-1) === last) return column.subarray(first, last + 1);
  const values = new Float64Array(kept.length);
  for (let at = 0; at < kept.length; at++) {
    let value = column[kept[at] as number] as number;
    const end = at + 1 < starts.length ? (starts[at + 1] as number) : rows.length;
    for (let other = (starts[at] as number) + 1; Number.isNaN(value) && other < end; other++)
      value = column[rows[other] as number] as number;
    values[at] = value;
  }
  return values;
}
