// What recorded runs are against the plan of their day, in sentences.

import { noticesOfDay, type RunNotice } from '../../episode/index.ts';
import type { Words } from '../../pages/index.ts';
import { planFor, type Session } from '../../recover/index.ts';
import { isRunning, type Run, secondsOf } from '../../train/index.ts';
import type { LocalDate } from '../../vocabulary/index.ts';
import type { SpokenOptions } from '../options.ts';
import type { Current } from '../recover/current.ts';

/** The runs of a day that count as running. */
export function runsOfDay({ runs }: Current, date: LocalDate): readonly Run[] {
  return runs.filter((run) => run.day === date && isRunning(run));
}

/** Of the day of a run, where there was a plan on it and it was open. */
export function planSentences(options: SpokenOptions, current: Current, run: Run): readonly string[] {
  if (!isRunning(run)) return [];
  return daySentences(options, current, run.day, false);
}

/** What was found of a day, and what stands out; nothing without a run, or before the plan. */
export function daySentences(
  { knowledge, words }: SpokenOptions,
  current: Current,
  date: LocalDate,
  withRun = true,
): readonly string[] {
  const { belief, runner, log, today, own } = current;
  const runs = runsOfDay(current, date);
  if (!knowledge.training || runs.length === 0 || date < log.start || date > today || current.obstacle)
    return [];
  const plan = date === today ? current.plan : planFor(knowledge, belief, runner, log, date);
  // A locked plan has said already that there is no running.
  const planned: Session | undefined =
    plan.kind === 'open' ? plan.todaysSessions.find(({ kind }) => kind === 'run') : undefined;
  const notices = noticesOfDay(knowledge.training, planned, runs, own);
  const metres = runs.reduce((sum, { distanceMetres }) => sum + (distanceMetres ?? 0), 0);
  const seconds = runs.reduce((sum, run) => sum + secondsOf(run), 0);
  const { runInPlan: says, figures } = words;
  return [
    ...(withRun ? [says.ticked(figures.distance(metres), figures.time(seconds))] : []),
    ...notices.map((notice) => noticeInWords(words, notice)),
    ...(withRun || notices.length > 0 ? [says.sayHow] : []),
  ];
}

function noticeInWords({ runInPlan: says, figures }: Words, notice: RunNotice): string {
  switch (notice.kind) {
    case 'not-planned':
      return says.notPlanned;
    case 'longer':
      return says.longer(notice.minutes, notice.most);
    case 'faster':
      return says.faster(figures.metres(notice.metres), notice.percent);
  }
}
