// How a runner ran before it began: the four weeks up to the day before the onset, for filling in the start of a plan, and what
// changed in them against the four weeks before those. A description; why it began nobody can read off it.

import type { TrainingKnowledge } from '../knowledge/index.ts';
import type { LocalDate } from '../vocabulary/index.ts';
import { type Load, loadOf, type Own, secondsOf } from './load.ts';
import type { Run } from './run.ts';
import { medianOf, type Warning, warningsOfRun } from './warnings.ts';
import { daysBefore, runsIn, type Window } from './window.ts';

export interface Baseline {
  readonly window: Window;
  readonly runs: number;
  /** Whole minutes, rounded down: what a plan may rest on is never more than what was run. */
  readonly usualRunMinutes: number;
  readonly longestRunMinutes: number;
  /** Days with a run a week, 1 to 7, rounded down. */
  readonly daysAWeek: number;
}

/** Of the weeks before a day; undefined without a run in them. */
export function baselineOf(
  { figures }: TrainingKnowledge,
  runs: readonly Run[],
  onset: LocalDate,
): Baseline | undefined {
  const window = daysBefore(onset, figures.baselineDays.value);
  const here = runsIn(runs, window);
  const minutes = here.map((run) => secondsOf(run) / 60);
  const usual = medianOf(minutes);
  if (usual === undefined) return undefined;
  const days = new Set(here.map(({ day }) => day)).size;
  const weeks = figures.baselineDays.value / 7;
  return {
    window,
    runs: here.length,
    usualRunMinutes: Math.floor(usual),
    longestRunMinutes: Math.floor(Math.max(...minutes)),
    daysAWeek: Math.min(7, Math.max(1, Math.floor(days / weeks))),
  };
}

export interface Change {
  readonly onset: LocalDate;
  /** The four weeks before the onset. */
  readonly before: Load;
  /** The four weeks before those. */
  readonly earlier: Load;
  /** Runs of the four weeks that stood out, the latest first. */
  readonly standOut: readonly { readonly run: Run; readonly warnings: readonly Warning[] }[];
}

/** What changed in the four weeks before a day. */
export function changeBefore(
  training: TrainingKnowledge,
  runs: readonly Run[],
  onset: LocalDate,
  own: Own = {},
): Change {
  const days = training.figures.baselineDays.value;
  const window = daysBefore(onset, days);
  const standOut = [...runsIn(runs, window)]
    .reverse()
    .map((run) => ({
      run,
      warnings: warningsOfRun(training, runs, run, own).filter(({ rule }) => rule !== 'few-runs'),
    }))
    .filter(({ warnings }) => warnings.length > 0);
  return {
    onset,
    before: loadOf(training, runs, window, own),
    earlier: loadOf(training, runs, daysBefore(window.from, days), own),
    standOut,
  };
}
