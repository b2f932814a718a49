// One recorded run as the rest of the house sees it: totals and spreads, no track. Where somebody ran never enters; it is
// read, measured and forgotten. The spreads (metres by speed, seconds by heart rate) are kept instead of "fast metres", so
// that a new best speed changes what counts as fast without the file.

import type { LocalDate } from '../vocabulary/index.ts';

export type RunFormat = 'fit' | 'gpx' | 'tcx' | 'manual';
export type RunKind = 'run' | 'treadmill' | 'trail' | 'walk' | 'other';

/** Width of a bin of `metresBySpeed`, in metres a second. */
export const SPEED_BIN = 0.25;
/** Width of a bin of `secondsByHeartRate`, in beats a minute. */
export const HEART_RATE_BIN = 5;

/** The numbers of a run that come from somewhere. */
export type RunNumber =
  | 'start'
  | 'elapsedSeconds'
  | 'movingSeconds'
  | 'distanceMetres'
  | 'climbMetres'
  | 'descentMetres'
  | 'bestSpeed'
  | 'metresBySpeed'
  | 'surges'
  | 'secondsByHeartRate';

export interface Run {
  /** Drawn from what was run, not from the file's name: the same run read again has the same id. */
  readonly id: string;
  readonly kind: RunKind;
  /** The instant of the start: ISO 8601, UTC. */
  readonly start: string;
  /** The day in the place of the run, as far as known; else in the zone of whoever imported it. */
  readonly day: LocalDate;
  readonly elapsedSeconds: number;
  /** Without pauses. */
  readonly movingSeconds: number | null;
  readonly distanceMetres: number | null;
  readonly climbMetres: number | null;
  readonly descentMetres: number | null;
  /** The fastest ten seconds, metres a second. */
  readonly bestSpeed: number | null;
  /** Metres run at each speed; bin i holds speeds from i × SPEED_BIN. */
  readonly metresBySpeed: readonly number[] | null;
  /** Accelerations of more than 0.5 m/s² held for two seconds or longer (a construct of ours, not validated). */
  readonly surges: number | null;
  /** Seconds at each heart rate; bin i holds rates from i × HEART_RATE_BIN. */
  readonly secondsByHeartRate: readonly number[] | null;
  /** How hard it felt, 0–10 (Borg CR10), where the runner rated it. */
  readonly effort: number | null;
  readonly from: {
    readonly format: RunFormat;
    /** Maker and product where the file names them. */
    readonly device: string | null;
    /** For each number the field of the file that it was read or worked out from, in words of the format. */
    readonly fields: Readonly<Partial<Record<RunNumber, string>>>;
    /** What was noticed and mended on reading: a clock jump, a spike, totals that disagree. Kinds and figures, no places. */
    readonly notes: readonly string[];
    /** Other recordings of the same run that this one was kept instead of, and all the time they and it took; see merge-runs.ts. */
    readonly stoodFor?: { readonly ids: readonly string[]; readonly start: string; readonly end: string };
  };
}
