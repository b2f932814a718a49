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

/** Field number → its place in FIELDS, from 1; 0 for what no column wants. */
const WANTED = Uint8Array.from(
  { length: 256 },
  (_, number) => FIELDS.findIndex(([field]) => field === number) + 1,
);
const COLUMN = Uint8Array.from(FIELDS, ([, column]) => column);
const TIMES = Float64Array.from(FIELDS, ([, , times]) => times);
const PER = Float64Array.from(FIELDS, ([, , , per]) => per);
const PLUS = Float64Array.from(FIELDS, ([, , , , plus]) => plus);

/** Where in the bytes of a record each wanted field stands. Reused for the next definition, so that definitions make no garbage. */
export class RecordPlan {
  /** By place in FIELDS; -1 where the definition lacks it. */
  readonly #offsets = new Int16Array(FIELDS.length);
  readonly #types = new Uint8Array(FIELDS.length);
  /** Places in FIELDS of those it has, in their order. */
  readonly #steps = new Uint8Array(FIELDS.length);
  #count = 0;

  clear(): void {
    this.#offsets.fill(-1);
  }

  add(number: number, size: number, type: number, offset: number): void {
    const place = (WANTED[number] as number) - 1;
    if (place < 0) return;
    const isWhole = COLUMN[place] === COMPRESSED ? size === 3 : size >= sizeOfType(type) && size > 0;
    if (!isWhole) return;
    this.#offsets[place] = offset;
    this.#types[place] = type;
  }

  finish(): void {
    this.#count = 0;
    for (let place = 0; place < FIELDS.length; place++)
      if ((this.#offsets[place] as number) >= 0) this.#steps[this.#count++] = place;
  }

  read(
    view: DataView,
    bytes: Uint8Array,
    at: number,
    little: boolean,
    row: number,
    targets: readonly Float64Array[],
    compressed: CompressedDistance,
  ): void {
    for (let index = 0; index < this.#count; index++) {
      const place = this.#steps[index] as number;
      const column = COLUMN[place] as number;
      const offset = at + (this.#offsets[place] as number);
      if (column === COMPRESSED) {
        compressed.read(bytes, offset, row, targets);
        continue;
      }
      const value = readValue(view, offset, this.#types[place] as number, little);
      if (Number.isNaN(value)) continue;
      (targets[column] as Float64Array)[row] =
        (value * (TIMES[place] as number)) / (PER[place] as number) + (PLUS[place] as number);
    }
  }
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
