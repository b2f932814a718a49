// Runs by day and by week, for the charts: what was run, and whether a run of it was longer than usual. Weeks begin on Monday.

import type { TrainingKnowledge } from '../knowledge/index.ts';
import { addDays, datesFrom, type LocalDate, weekdayOf } from '../vocabulary/index.ts';
import { secondsOf } from './load.ts';
import { bandOf, longestRatio } from './longest-ratio.ts';
import type { Run } from './run.ts';
import { byStart, daysBefore, runsIn, type Window } from './window.ts';

export interface DayLoad {
  readonly day: LocalDate;
  readonly runs: readonly Run[];
  readonly seconds: number;
  /** Of the runs that tell it. */
  readonly metres: number;
}

export interface WeekLoad {
  /** Its Monday, or the first day of the window. */
  readonly from: LocalDate;
  readonly runs: number;
  readonly seconds: number;
  readonly metres: number;
  /** Whether a run in it was more than a tenth longer than the longest of the 30 days before. */
  readonly longer: boolean;
}

export interface RunRatio {
  readonly run: Run;
  readonly ratio: number;
  readonly longer: boolean;
}

/** Every day of a window, also those without a run. */
export function loadByDay(runs: readonly Run[], window: Window): readonly DayLoad[] {
  const byDay = new Map<LocalDate, Run[]>();
  for (const run of runsIn(runs, window)) {
    const others = byDay.get(run.day);
    if (others) others.push(run);
    else byDay.set(run.day, [run]);
  }
  return datesFrom(window.from, window.to).map((day) => {
    const here = byDay.get(day) ?? [];
    return {
      day,
      runs: here,
      seconds: here.reduce((sum, run) => sum + secondsOf(run), 0),
      metres: here.reduce((sum, { distanceMetres }) => sum + (distanceMetres ?? 0), 0),
    };
  });
}

/** Days gathered by week; `ratios` are those of the runs in them. */
export function loadByWeek(days: readonly DayLoad[], ratios: readonly RunRatio[]): readonly WeekLoad[] {
  const longer = new Set(ratios.filter((one) => one.longer).map(({ run }) => run.id));
  const weeks = new Map<LocalDate, DayLoad[]>();
  for (const one of days) {
    const monday = mondayOf(one.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), one]);
  }
  return [...weeks.values()].map((here) => ({
    from: here[0]?.day ?? '',
    runs: here.reduce((sum, { runs }) => sum + runs.length, 0),
    seconds: here.reduce((sum, { seconds }) => sum + seconds, 0),
    metres: here.reduce((sum, { metres }) => sum + metres, 0),
    longer: here.some(({ runs }) => runs.some(({ id }) => longer.has(id))),
  }));
}

/** Each run of a window that can be compared, against the longest of the 30 days before it, in the order of their start. */
export function ratiosIn(
  training: TrainingKnowledge,
  runs: readonly Run[],
  window: Window,
): readonly RunRatio[] {
  const days = training.figures.windowDays.value;
  const near = runsIn(runs, { from: addDays(window.from, -days), to: window.to });
  // By day, so that the runs that one is compared with lie beside each other; looked for among all of them it takes n² looks.
  const byDay = [...near].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  let [first, end] = [0, 0];
  const ratios = byDay.flatMap((run): readonly RunRatio[] => {
    if (run.day < window.from) return [];
    const { from } = daysBefore(run.day, days);
    while ((byDay[first]?.day ?? from) < from) first++;
    while ((byDay[end]?.day ?? run.day) < run.day) end++;
    const found = longestRatio(training, byDay.slice(first, end), run);
    if (found.kind === 'silent') return [];
    return [{ run, ratio: found.ratio, longer: bandOf(training, found.ratio) !== undefined }];
  });
  return ratios.sort((a, b) => byStart(a.run, b.run));
}

export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day));
}
