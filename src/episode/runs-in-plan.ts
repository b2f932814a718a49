// Recorded runs beside the plan: what was run on a day against what the plan had for it. It only says; it changes no decision. A
// watch does not know how the leg felt, so a run counts for the plan when the runner checks in, and by what they say then.
//
// Minutes of running are read off the spread of speeds (slower than two metres a second is walking, an estimate of ours), since
// a run-walk is mostly walking; where a run has no spread its whole time is held against that of the whole session.

import type { TrainingKnowledge } from '../knowledge/index.ts';
import type { Session } from '../recover/index.ts';
import { fastMetres, isRunning, type Own, type Run, SPEED_BIN, secondsOf } from '../train/index.ts';

export type RunNotice =
  | { readonly kind: 'not-planned' }
  /** Minutes of running, or of the whole where only that is known; and what the step allows of the same. */
  | { readonly kind: 'longer'; readonly minutes: number; readonly most: number }
  | { readonly kind: 'faster'; readonly metres: number; readonly percent: number };

/** What stands out of the runs of one day against the session of that day; `session` is undefined where no run was planned. */
export function noticesOfDay(
  training: TrainingKnowledge,
  session: Session | undefined,
  runs: readonly Run[],
  own: Own,
): readonly RunNotice[] {
  const here = runs.filter(isRunning);
  if (here.length === 0) return [];
  const planned = session?.run;
  if (!planned) return [{ kind: 'not-planned' }];
  const { longerShare, fastShare, fastMetresAtLeast } = training.figures;
  const running = here.map((run) => runningSeconds(training, run));
  const isTold = running.every((seconds) => seconds !== null);
  const minutes = (isTold ? sum(running.map((seconds) => seconds ?? 0)) : sum(here.map(secondsOf))) / 60;
  const most = isTold ? planned.minutes : wholeMinutes(planned);
  const metres = sum(here.map((run) => fastMetres(run, fastShare.value, own) ?? 0));
  // Strides and sprints are meant to be fast; the other ladders, and running as usual, say nothing of speed but "easy".
  const isEasy = planned.step !== undefined && !planned.isFast;
  return [
    ...(minutes > most * longerShare.value
      ? [{ kind: 'longer', minutes: Math.round(minutes), most: Math.round(most) } as const]
      : []),
    ...(isEasy && metres >= fastMetresAtLeast.value
      ? [{ kind: 'faster', metres: Math.round(metres), percent: Math.round(fastShare.value * 100) } as const]
      : []),
  ];
}

/** Seconds faster than a walk; null where the spread of speeds is not known. */
export function runningSeconds({ figures }: TrainingKnowledge, { metresBySpeed }: Run): number | null {
  if (!metresBySpeed) return null;
  const first = Math.ceil(figures.runningSpeed.value / SPEED_BIN - 1e-9);
  return metresBySpeed
    .slice(first)
    .reduce((all, metres, index) => all + metres / ((first + index + 0.5) * SPEED_BIN), 0);
}

/** With the walks before and between, and one home. */
function wholeMinutes({ minutes, intervals }: NonNullable<Session['run']>): number {
  if (!intervals) return minutes;
  const { walkFirst = 0, times, run, walk = 0 } = intervals;
  return walkFirst + times * run + (times - 1) * walk + walk;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
