export { type Baseline, baselineOf, type Change, changeBefore } from './baseline.ts';
export {
  type DayLoad,
  loadByDay,
  loadByWeek,
  mondayOf,
  type RunRatio,
  ratiosIn,
  type WeekLoad,
} from './calendar-load.ts';
export { CURVE_LOADS, type CurveDay, type CurveLoad, curvesOf, shareOf } from './curves.ts';
export {
  bestSpeedOf,
  effortMinutes,
  fastMetres,
  highestHeartRateOf,
  type Load,
  loadOf,
  type Own,
  secondsOf,
  type Tally,
  trimpOf,
} from './load.ts';
export { bandOf, type LongestRatio, longestRatio } from './longest-ratio.ts';
export { manualRun, type TypedRun } from './manual-run.ts';
export type { ReadOptions } from './measure/run-of-leg.ts';
export { mergeRuns, sameRun } from './merge-runs.ts';
export { type Monotony, minutesByDay, monotonyOf } from './monotony.ts';
export { type PreventionDay, preventionDays } from './prevention-days.ts';
export { formatNote, NOTE_KINDS, type Note, type NoteKind, parseNote } from './readers/notes.ts';
export { LARGEST_FILE, readRunFile } from './readers/read-run-file.ts';
export { type RunFileReport, readRunFiles } from './readers/read-run-files.ts';
export { formatReadRefusal, type ReadRefusal, type ReadRefusalKind } from './readers/refusal.ts';
export { type RunSource, sourceOf } from './readers/unpack/source.ts';
export { HEART_RATE_BIN, type Run, type RunFormat, type RunKind, type RunNumber, SPEED_BIN } from './run.ts';
export {
  type AboutRunner,
  bookFromJson,
  EMPTY_BOOK,
  isEmptyBook,
  notesFromJson,
  ownOf,
  type RunBook,
  type RunEdit,
  runsOf,
  withBook,
  withEdit,
  withImported,
  withNight,
  withoutRun,
  withRuns,
} from './run-book.ts';
export { type RunMistake, runFromJson } from './run-from-json.ts';
export { runId } from './run-id.ts';
export { medianOf, type Night, type Warning, warningsOfDay, warningsOfRun } from './warnings.ts';
export { byStart, daysBefore, isRunning, lastDays, runsIn, type Window } from './window.ts';
