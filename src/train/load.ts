// The load of a window of days: each measure named, and each with the number of runs that tell it. A run without a distance
// adds nothing to the distance, and the page can say so; nothing is guessed from what is missing.
//
// Fast metres are counted from whole bins of speed above the share of the runner's own best, so they are exact to a quarter of
// a metre a second and never too many. Own best, resting and highest heart rate are handed in: they belong to the runner, not
// to the window, and a window's load never depends on runs outside it.
//
// Heart rate: TRIMP exp, minutes × r × factor × e^(exponent × r), r the share of the heart-rate reserve, summed over the bins
// of the run and not taken from its mean, which would hide intervals. One set of constants for everybody (see training.yaml).

import type { TrainingKnowledge } from '../knowledge/index.ts';
import { HEART_RATE_BIN, type Run, SPEED_BIN } from './run.ts';
import { runsIn, type Window } from './window.ts';

/** What belongs to the runner and not to a run. */
export interface Own {
  /** Metres a second over ten seconds. */
  readonly bestSpeed?: number;
  readonly restingHeartRate?: number;
  readonly highestHeartRate?: number;
}

/** A sum, and how many runs of the window it rests on. */
export interface Tally {
  readonly value: number;
  readonly of: number;
}

export interface Load {
  readonly window: Window;
  readonly runs: number;
  readonly distanceMetres: Tally;
  readonly seconds: Tally;
  readonly climbMetres: Tally;
  readonly fast80Metres: Tally;
  readonly fast90Metres: Tally;
  readonly surges: Tally;
  /** Effort × minutes (session RPE). */
  readonly effortMinutes: Tally;
  readonly trimp: Tally;
}

/** The load of the runs of a window. */
export function loadOf(
  training: TrainingKnowledge,
  runs: readonly Run[],
  window: Window,
  own: Own = {},
): Load {
  const here = runsIn(runs, window);
  const { fastShare, fasterShare } = training.figures;
  const tally = (measure: (run: Run) => number | null): Tally => {
    const known = here.map(measure).filter((value) => value !== null);
    return { value: known.reduce((sum, value) => sum + value, 0), of: known.length };
  };
  return {
    window,
    runs: here.length,
    distanceMetres: tally(({ distanceMetres }) => distanceMetres),
    seconds: tally(secondsOf),
    climbMetres: tally(({ climbMetres }) => climbMetres),
    fast80Metres: tally((run) => fastMetres(run, fastShare.value, own)),
    fast90Metres: tally((run) => fastMetres(run, fasterShare.value, own)),
    surges: tally(({ surges }) => surges),
    effortMinutes: tally(effortMinutes),
    trimp: tally((run) => trimpOf(training, run, own)),
  };
}

/** Seconds in motion; the whole time where pauses are not known. */
export function secondsOf({ movingSeconds, elapsedSeconds }: Run): number {
  return movingSeconds ?? elapsedSeconds;
}

/** Metres at or above a share of the runner's own best speed; null where one of the two is not known. */
export function fastMetres({ metresBySpeed }: Run, share: number, { bestSpeed }: Own): number | null {
  if (!metresBySpeed || bestSpeed === undefined) return null;
  // A whole bin counts or none of it does; 1e-9 keeps a threshold that falls on the edge of a bin in.
  const first = Math.ceil((share * bestSpeed) / SPEED_BIN - 1e-9);
  return metresBySpeed.slice(first).reduce((sum, metres) => sum + metres, 0);
}

/** Effort from 0 to 10 times minutes; null without a rating. */
export function effortMinutes(run: Run): number | null {
  return run.effort === null ? null : (run.effort * secondsOf(run)) / 60;
}

/** Null without heart rate in the run, or without the runner's resting and highest one. */
export function trimpOf(
  { figures }: TrainingKnowledge,
  { secondsByHeartRate }: Run,
  { restingHeartRate: rest, highestHeartRate: highest }: Own,
): number | null {
  if (!secondsByHeartRate || rest === undefined || highest === undefined || highest <= rest) return null;
  return secondsByHeartRate.reduce((sum, seconds, bin) => {
    const rate = (bin + 0.5) * HEART_RATE_BIN;
    const reserve = Math.min(1, Math.max(0, (rate - rest) / (highest - rest)));
    const weight = reserve * figures.trimpFactor.value * Math.exp(figures.trimpExponent.value * reserve);
    return sum + (seconds / 60) * weight;
  }, 0);
}

/** The fastest ten seconds of all runs; undefined where no run tells. */
export function bestSpeedOf(runs: readonly Run[]): number | undefined {
  const known = runs.map(({ bestSpeed }) => bestSpeed).filter((speed) => speed !== null);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/** The highest heart rate of all runs, to a bin: at least this much, for the runner to correct. */
export function highestHeartRateOf(runs: readonly Run[]): number | undefined {
  const bins = runs.map(
    ({ secondsByHeartRate }) => secondsByHeartRate?.findLastIndex((seconds) => seconds > 0) ?? -1,
  );
  const top = Math.max(-1, ...bins);
  return top < 0 ? undefined : (top + 1) * HEART_RATE_BIN;
}
