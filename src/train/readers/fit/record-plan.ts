// How the bytes of a record message become a row. Worked out once for each definition, then followed for each of thousands of records.

import type { Columns } from '../columns.ts';
import { readValue, sizeOfType } from './base-types.ts';
import { instantOfFit, SEMICIRCLES, TIMESTAMP } from './profile.ts';

/** Columns by number, in the order of `columnsOf`. */
const [TIME, LATITUDE, LONGITUDE, ALTITUDE, DISTANCE, SPEED, HEART_RATE] = [0, 1, 2, 3, 4, 5, 6] as const;
const COMPRESSED = 7;

/** Field → column: value × times ÷ per + plus. Later fields win: the enhanced ones have more digits. */
const FIELDS: readonly (readonly [
  field: number,
  column: number,
  times: number,
  per: number,
  plus: number,
])[] = [
  [TIMESTAMP, TIME, 1000, 1, instantOfFit(0)],
  [0, LATITUDE, 180, SEMICIRCLES, 0],
  [1, LONGITUDE, 180, SEMICIRCLES, 0],
  [3, HEART_RATE, 1, 1, 0],
  [8, COMPRESSED, 1, 1, 0],
  [2, ALTITUDE, 1, 5, -500],
  [5, DISTANCE, 1, 100, 0],
  [6, SPEED, 1, 1000, 0],
  [73, SPEED, 1, 1000, 0],
  [78, ALTITUDE, 1, 5, -500],
];

/** A field of a definition: its number, size in bytes, base type and place in the message. */
export interface Field {
  readonly number: number;
  readonly size: number;
  readonly type: number;
  readonly offset: number;
}

interface Step {
  readonly column: number;
  readonly offset: number;
  readonly type: number;
  readonly times: number;
  readonly per: number;
  readonly plus: number;
}

export type RecordPlan = readonly Step[];

export function planOf(fields: readonly Field[]): RecordPlan {
  return FIELDS.flatMap(([number, column, times, per, plus]) => {
    const field = fields.find((one) => one.number === number);
    if (!field) return [];
    const isWhole = column === COMPRESSED ? field.size === 3 : field.size >= sizeOfType(field.type);
    return isWhole ? [{ column, offset: field.offset, type: field.type, times, per, plus }] : [];
  });
}

export function columnsOf(columns: Columns): readonly Float64Array[] {
  return [
    columns.time,
    columns.latitude,
    columns.longitude,
    columns.altitudeMetres,
    columns.distanceMetres,
    columns.speed,
    columns.heartRate,
  ];
}

/** Twelve bits of speed and twelve of a distance that begins again at 256 m, in sixteenths (FIT: compressed_speed_distance). */
export class CompressedDistance {
  #last = Number.NaN;
  #metres = 0;

  read(bytes: Uint8Array, at: number, row: number, targets: readonly Float64Array[]): void {
    const [low = 0, middle = 0, high = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    if (low === 0xff && middle === 0xff && high === 0xff) return;
    const counted = (middle >> 4) | (high << 4);
    this.#metres += Number.isNaN(this.#last) ? 0 : ((counted - this.#last) & 0xfff) / 16;
    this.#last = counted;
    (targets[SPEED] as Float64Array)[row] = (low | ((middle & 0x0f) << 8)) / 100;
    (targets[DISTANCE] as Float64Array)[row] = this.#metres;
  }
}

export function readRecord(
  plan: RecordPlan,
  view: DataView,
  bytes: Uint8Array,
  at: number,
  little: boolean,
  row: number,
  targets: readonly Float64Array[],
  compressed: CompressedDistance,
): void {
  for (let index = 0; index < plan.length; index++) {
    const step = plan[index] as Step;
    if (step.column === COMPRESSED) {
      compressed.read(bytes, at + step.offset, row, targets);
      continue;
    }
    const value = readValue(view, at + step.offset, step.type, little);
    if (!Number.isNaN(value))
      (targets[step.column] as Float64Array)[row] = (value * step.times) / step.per + step.plus;
  }
}
