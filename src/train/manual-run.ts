// A run that was typed in: a day, how long, how far. It has no spreads, so nothing is said of its speed.

import type { LocalDate } from '../vocabulary/index.ts';
import type { Run, RunKind } from './run.ts';

export interface TypedRun {
  readonly id: string;
  readonly kind: RunKind;
  readonly day: LocalDate;
  readonly minutes: number;
  readonly distanceMetres: number | null;
  readonly climbMetres: number | null;
  readonly effort: number | null;
}

/** Noon of the day stands for the start: a typed run has a day and no clock. */
export function manualRun({ id, kind, day, minutes, distanceMetres, climbMetres, effort }: TypedRun): Run {
  return {
    id,
    kind,
    start: `${day}T12:00:00.000Z`,
    day,
    elapsedSeconds: minutes * 60,
    movingSeconds: null,
    distanceMetres,
    climbMetres,
    descentMetres: null,
    bestSpeed: null,
    metresBySpeed: null,
    surges: null,
    secondsByHeartRate: null,
    effort,
    from: { format: 'manual', device: null, fields: {}, notes: [] },
  };
}
