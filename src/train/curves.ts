// The fitness and tiredness curves that coaches know: each day moves the curve by a share of the way from where it is to the
// load of the day, value += (1 - e^(-1/days)) × (load - value). Form is fitness less tiredness. They begin at 0 on the first
// day given, so the first six weeks are too low. No study ties them to injuries; they are for a coach's view only.

import type { TrainingKnowledge } from '../knowledge/index.ts';
import { datesFrom, type LocalDate } from '../vocabulary/index.ts';
import { effortMinutes, type Own, secondsOf, trimpOf } from './load.ts';
import type { Run } from './run.ts';
import { runsIn, type Window } from './window.ts';

export const CURVE_LOADS = ['minutes', 'distance', 'effort', 'trimp'] as const;
/** What the curves are made of: minutes, kilometres, effort × minutes, or TRIMP. */
export type CurveLoad = (typeof CURVE_LOADS)[number];

export interface CurveDay {
  readonly day: LocalDate;
  readonly load: number;
  readonly fitness: number;
  readonly fatigue: number;
  readonly form: number;
}

/** The share of the way that one day moves a curve. */
export function shareOf(days: number): number {
  return 1 - Math.exp(-1 / days);
}

/** The curves over a window, and how many of its runs tell the load. */
export function curvesOf(
  training: TrainingKnowledge,
  runs: readonly Run[],
  window: Window,
  of: CurveLoad,
  own: Own = {},
): { readonly days: readonly CurveDay[]; readonly known: number; readonly runs: number } {
  const { fitnessDays, fatigueDays } = training.figures;
  const here = runsIn(runs, window);
  const loads = new Map<LocalDate, number>();
  let known = 0;
  for (const run of here) {
    const load = loadFor(training, run, of, own);
    if (load === null) continue;
    known += 1;
    loads.set(run.day, (loads.get(run.day) ?? 0) + load);
  }
  let fitness = 0;
  let fatigue = 0;
  const days = datesFrom(window.from, window.to).map((day): CurveDay => {
    const load = loads.get(day) ?? 0;
    fitness += shareOf(fitnessDays.value) * (load - fitness);
    fatigue += shareOf(fatigueDays.value) * (load - fatigue);
    return { day, load, fitness, fatigue, form: fitness - fatigue };
  });
  return { days, known, runs: here.length };
}

function loadFor(training: TrainingKnowledge, run: Run, of: CurveLoad, own: Own): number | null {
  switch (of) {
    case 'minutes':
      return secondsOf(run) / 60;
    case 'distance':
      return run.distanceMetres === null ? null : run.distanceMetres / 1000;
    case 'effort':
      return effortMinutes(run);
    case 'trimp':
      return trimpOf(training, run, own);
  }
}
