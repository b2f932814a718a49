// One run against the longest of the 30 days before it: the measure that a cohort of runners found related to injury
// (frandsen2025), where the week against earlier weeks was not. The days before, not the day itself: what else was run on the
// same day does not make a run usual. With fewer than four runs in the window nothing is said. It is a ratio of distances; a
// run without one has none.

import type { Band, TrainingKnowledge } from '../knowledge/index.ts';
import type { LocalDate } from '../vocabulary/index.ts';
import type { Run } from './run.ts';
import { daysBefore, runsIn, type Window } from './window.ts';

export type LongestRatio =
  | {
      readonly kind: 'known';
      readonly window: Window;
      readonly ratio: number;
      readonly longest: { readonly id: string; readonly day: LocalDate; readonly metres: number };
      /** Runs of the window that have a distance. */
      readonly runs: number;
    }
  | {
      readonly kind: 'silent';
      readonly window: Window;
      readonly because: 'no-distance' | 'few-runs';
      readonly runs: number;
    };

export function longestRatio({ figures }: TrainingKnowledge, runs: readonly Run[], run: Run): LongestRatio {
  const window = daysBefore(run.day, figures.windowDays.value);
  const before = runsIn(runs, window).filter(({ distanceMetres }) => (distanceMetres ?? 0) > 0);
  if (run.distanceMetres === null || run.distanceMetres <= 0) {
    return { kind: 'silent', window, because: 'no-distance', runs: before.length };
  }
  if (before.length < figures.leastRuns.value) {
    return { kind: 'silent', window, because: 'few-runs', runs: before.length };
  }
  const longest = before.reduce((a, b) => ((b.distanceMetres ?? 0) > (a.distanceMetres ?? 0) ? b : a));
  const metres = longest.distanceMetres ?? 0;
  return {
    kind: 'known',
    window,
    ratio: run.distanceMetres / metres,
    longest: { id: longest.id, day: longest.day, metres },
    runs: before.length,
  };
}

/** The published band that a ratio falls into: above its lower end, up to and with its upper one; undefined below all. */
export function bandOf({ bands }: TrainingKnowledge, ratio: number): Band | undefined {
  return bands.find(({ above, upTo }) => ratio > above && ratio <= (upTo ?? Number.POSITIVE_INFINITY));
}
