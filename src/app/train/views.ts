// From what is kept of the runs to what their pages show.

import type { RunsOverviewPage, TrainPage } from '../../pages/index.ts';
import { dayAt } from '../../recover/index.ts';
import {
  byStart,
  changeBefore,
  isRunning,
  lastDays,
  loadByDay,
  loadByWeek,
  loadOf,
  mondayOf,
  ownOf,
  type RunBook,
  ratiosIn,
  runsIn,
  runsOf,
  warningsOfDay,
  warningsOfRun,
} from '../../train/index.ts';
import { addDays, datesFrom, type LocalDate } from '../../vocabulary/index.ts';
import type { Current } from '../recover/current.ts';

/** Days of the chart of runs against pain. */
const PAIN_DAYS = 56;
/** Whole weeks, the one of today among them: two halves of 26 in the calendar. */
const YEAR_DAYS = 51 * 7;

/** The day it began: what the plan knows, else what the runner marked. */
export function onsetOf(current: Current | undefined, { about }: RunBook): LocalDate | undefined {
  return current?.runner.onset ?? about.onset;
}

export function runsOverview(
  base: TrainPage,
  book: RunBook,
  current: Current | undefined,
  today: LocalDate,
  done: string | undefined,
): RunsOverviewPage {
  const { training } = base;
  const runs = runsOf(book);
  const own = ownOf(book);
  const onset = onsetOf(current, book);
  const year = { from: addDays(mondayOf(today), -YEAR_DAYS), to: today };
  const days = loadByDay(runs, year);
  const ratios = ratiosIn(training, runs, year);
  const recent = [...runsIn(runs, lastDays(today, training.figures.windowDays.value))].reverse();
  const standOut = recent
    .map((run) => ({ run, warnings: warningsOfRun(training, runs, run, own) }))
    // Too few runs to compare is said once, of the last run.
    .map(({ run, warnings }, index) => ({
      run,
      warnings: index === 0 ? warnings : warnings.filter(({ rule }) => rule !== 'few-runs'),
    }))
    .filter(({ warnings }) => warnings.length > 0);
  return {
    ...base,
    today,
    done,
    many: runs.length,
    last: runs
      .filter((run) => isRunning(run) && run.day <= today)
      .sort(byStart)
      .at(-1),
    week: loadOf(training, runs, lastDays(today, 7), own),
    weekBefore: loadOf(training, runs, lastDays(addDays(today, -7), 7), own),
    standOut,
    ofDay: warningsOfDay(training, runs, book.nights, today),
    days,
    weeks: loadByWeek(days, ratios),
    ratios,
    pain: current ? painDays(current, runs, today) : [],
    onset,
    change: onset === undefined ? undefined : changeBefore(training, runs, onset, own),
    morning: book.nights.find(({ day }) => day === today),
    hasPlan: current !== undefined,
  };
}

function painDays(
  current: Current,
  runs: ReturnType<typeof runsOf>,
  today: LocalDate,
): RunsOverviewPage['pain'] {
  const window = lastDays(today, PAIN_DAYS);
  const byDay = loadByDay(runs, window);
  return datesFrom(window.from, window.to).map((day, index) => ({
    day,
    worst: dayAt(current.log, day).values.painWorst,
    metres: byDay[index]?.metres ?? 0,
    seconds: byDay[index]?.seconds ?? 0,
  }));
}
