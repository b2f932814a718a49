// What stands out of one's own usual, where the evidence supports saying so: a run longer than the longest of the month
// (a cohort), new fast metres and a long run after a break (opinion), a week without an easy day (weak), bad nights with sore
// legs (a cohort). Each says "more than usual", with the figures it was made from; sentences, sources and support are data
// (training.yaml). They explain and never predict: nothing here is a risk of being hurt. The acute:chronic ratio and the
// 10 % rule are not among them on purpose.

import type { Band, TrainingKnowledge } from '../knowledge/index.ts';
import { addDays, daysBetween, type LocalDate } from '../vocabulary/index.ts';
import { fastMetres, type Own } from './load.ts';
import { bandOf, longestRatio } from './longest-ratio.ts';
import { monotonyOf } from './monotony.ts';
import type { Run } from './run.ts';
import { byStart, daysBefore, isRunning, lastDays, runsIn } from './window.ts';

export type Warning =
  | {
      readonly rule: 'longer-run';
      readonly metres: number;
      readonly longestMetres: number;
      readonly longestDay: LocalDate;
      readonly ratio: number;
      readonly band: Band;
    }
  | {
      readonly rule: 'new-fast-metres';
      readonly metres: number;
      /** Most fast metres of one run in the window; 0 where there were none. */
      readonly mostMetres: number;
    }
  | {
      readonly rule: 'after-gap';
      readonly gapDays: number;
      readonly metres: number;
      /** Half of the median before the gap. */
      readonly atMostMetres: number;
    }
  | { readonly rule: 'few-runs'; readonly runs: number }
  | { readonly rule: 'monotony'; readonly monotony: number }
  | { readonly rule: 'sleep-and-soreness'; readonly nights: number };

/** One morning, as the runner told it. */
export interface Night {
  /** The day of the morning after. */
  readonly day: LocalDate;
  readonly sleptBadly: boolean;
  readonly sore: boolean;
}

/** What stands out of one run, against the runs before it. */
export function warningsOfRun(
  training: TrainingKnowledge,
  runs: readonly Run[],
  run: Run,
  own: Own = {},
): readonly Warning[] {
  if (!isRunning(run)) return [];
  return [
    ...longerRun(training, runs, run),
    ...newFastMetres(training, runs, run, own),
    ...afterGap(training, runs, run),
  ];
}

function longerRun(training: TrainingKnowledge, runs: readonly Run[], run: Run): readonly Warning[] {
  const found = longestRatio(training, runs, run);
  if (found.kind === 'silent') {
    return found.because === 'few-runs' ? [{ rule: 'few-runs', runs: found.runs }] : [];
  }
  const band = bandOf(training, found.ratio);
  if (!band) return [];
  const { ratio, longest } = found;
  return [
    {
      rule: 'longer-run',
      metres: run.distanceMetres ?? 0,
      longestMetres: longest.metres,
      longestDay: longest.day,
      ratio,
      band,
    },
  ];
}

function newFastMetres(
  training: TrainingKnowledge,
  runs: readonly Run[],
  run: Run,
  own: Own,
): readonly Warning[] {
  const { windowDays, leastRuns, fastShare, fastSpike, fastMetresAtLeast, fastMostShare } = training.figures;
  const fast = (one: Run) => fastMetres(one, fastShare.value, own);
  const metres = fast(run);
  if (metres === null || metres < fastMetresAtLeast.value) return [];
  // The best is then only what is usual: this runner has not been seen to run fast.
  const all = run.metresBySpeed?.reduce((sum, one) => sum + one, 0) ?? 0;
  if (metres > fastMostShare.value * all) return [];
  const before = runsIn(runs, daysBefore(run.day, windowDays.value))
    .map(fast)
    .filter((one) => one !== null);
  if (before.length < leastRuns.value) return [];
  const mostMetres = Math.max(...before);
  return metres > fastSpike.value * mostMetres ? [{ rule: 'new-fast-metres', metres, mostMetres }] : [];
}

/** The first run after more than a week off, where it is longer than half of what was usual before. */
function afterGap(training: TrainingKnowledge, runs: readonly Run[], run: Run): readonly Warning[] {
  const { gapDays, gapShare, windowDays } = training.figures;
  if (run.distanceMetres === null) return [];
  const last = lastRunBefore(runs, run);
  if (!last) return [];
  const off = daysBetween(last.day, run.day) - 1;
  if (off <= gapDays.value) return [];
  const usual = medianOf(
    runsIn(runs, lastDays(last.day, windowDays.value)).flatMap(({ distanceMetres }) => distanceMetres ?? []),
  );
  const atMostMetres = (usual ?? 0) * gapShare.value;
  if (usual === undefined || run.distanceMetres <= atMostMetres) return [];
  return [{ rule: 'after-gap', gapDays: off, metres: run.distanceMetres, atMostMetres }];
}

function lastRunBefore(runs: readonly Run[], run: Run): Run | undefined {
  let last: Run | undefined;
  for (const one of runs) {
    if (one.day < run.day && (!last || byStart(last, one) < 0) && isRunning(one)) last = one;
  }
  return last;
}

/** What stands out of the days up to one. */
export function warningsOfDay(
  training: TrainingKnowledge,
  runs: readonly Run[],
  nights: readonly Night[],
  day: LocalDate,
): readonly Warning[] {
  const { monotony: most, nights: window, badNights } = training.figures;
  const week = monotonyOf(training, runs, day);
  const bad = nights.filter(
    (night) => night.sleptBadly && night.sore && night.day <= day && night.day > addDays(day, -window.value),
  ).length;
  return [
    ...(week && week.monotony > most.value ? [{ rule: 'monotony', monotony: week.monotony } as const] : []),
    ...(bad >= badNights.value ? [{ rule: 'sleep-and-soreness', nights: bad } as const] : []),
  ];
}

export function medianOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
