// What a file says, before anything is made of it: the same for FIT, GPX and TCX. `src/train/measure` makes a Run of each leg.

import type { RunFormat, RunKind } from '../run.ts';
import type { Columns } from './columns.ts';

/** A total as the file states it, and in which field. */
export interface Told {
  readonly value: number;
  readonly field: string;
}

export interface Totals {
  readonly elapsedSeconds: Told | null;
  /** Without pauses. */
  readonly movingSeconds: Told | null;
  readonly distanceMetres: Told | null;
  readonly climbMetres: Told | null;
  readonly descentMetres: Told | null;
}

/** Rows from, to (not included) that were recorded without a pause between them. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** One activity of a file; a multisport file has several. */
export interface Leg {
  /** `unstated` where the file does not say; null for what is not on foot. */
  readonly kind: RunKind | 'unstated' | null;
  /** The sport in the words of the format. */
  readonly sport: string;
  /** Milliseconds since 1970, as stated apart from the points. */
  readonly start: number | null;
  readonly pieces: readonly Piece[];
  /** Totals of the whole leg, the best authority first; all of them are compared. */
  readonly totals: readonly Totals[];
  /** Minutes that local time was ahead of UTC, where the file says. */
  readonly zoneMinutes: number | null;
  /** What the reader noticed, see notes.ts. */
  readonly notes: readonly string[];
}

export interface Recording {
  readonly format: Exclude<RunFormat, 'manual'>;
  readonly device: string | null;
  readonly columns: Columns;
  readonly legs: readonly Leg[];
}

export const NO_TOTALS: Totals = {
  elapsedSeconds: null,
  movingSeconds: null,
  distanceMetres: null,
  climbMetres: null,
  descentMetres: null,
};
