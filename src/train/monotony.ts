// How much alike the days of a week are: the mean of the minutes of seven days over their spread (population standard
// deviation, a day without a run is 0), capped where the days are all the same. Strain is the minutes of the week times that.
// Minutes, because every run has them.

import type { TrainingKnowledge } from '../knowledge/index.ts';
import { datesFrom, type LocalDate } from '../vocabulary/index.ts';
import { secondsOf } from './load.ts';
import type { Run } from './run.ts';
import { lastDays, runsIn, type Window } from './window.ts';

export interface Monotony {
  readonly window: Window;
  readonly monotony: number;
  /** Minutes × monotony. */
  readonly strain: number;
  readonly minutes: number;
}

/** Of the week that ends on a day; undefined without a run in it. */
export function monotonyOf(
  { figures }: TrainingKnowledge,
  runs: readonly Run[],
  day: LocalDate,
): Monotony | undefined {
  const window = lastDays(day, figures.monotonyDays.value);
  const daily = minutesByDay(runs, window);
  const minutes = daily.reduce((sum, one) => sum + one, 0);
  if (minutes === 0) return undefined;
  const mean = minutes / daily.length;
  const spread = Math.sqrt(daily.reduce((sum, one) => sum + (one - mean) ** 2, 0) / daily.length);
  const monotony = Math.min(
    figures.monotonyCap.value,
    spread === 0 ? Number.POSITIVE_INFINITY : mean / spread,
  );
  return { window, monotony, strain: minutes * monotony, minutes };
}

/** Minutes of running of each day of a window. */
export function minutesByDay(runs: readonly Run[], window: Window): readonly number[] {
  const here = runsIn(runs, window);
  const byDay = new Map<LocalDate, number>();
  for (const run of here) byDay.set(run.day, (byDay.get(run.day) ?? 0) + secondsOf(run) / 60);
  return datesFrom(window.from, window.to).map((day) => byDay.get(day) ?? 0);
}
