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
export { type Monotony, minutesByDay, monotonyOf } from './monotony.ts';
export { HEART_RATE_BIN, type Run, type RunFormat, type RunKind, type RunNumber, SPEED_BIN } from './run.ts';
export {
  type AboutRunner,
  bookFromJson,
  EMPTY_BOOK,
  notesFromJson,
  ownOf,
  type RunBook,
  type RunEdit,
  runsOf,
  withBook,
  withEdit,
  withNight,
  withoutRun,
  withRuns,
} from './run-book.ts';
export { type RunMistake, runFromJson } from './run-from-json.ts';
export { medianOf, type Night, type Warning, warningsOfDay, warningsOfRun } from './warnings.ts';
export { byStart, daysBefore, isRunning, lastDays, runsIn, type Window } from './window.ts';
