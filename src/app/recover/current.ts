// Where an episode stands at this moment: everything that the pages of the way back are made from.

import { beliefOf, type EpisodeEvent, type EpisodeState, fold, logOf } from '../../episode/index.ts';
import { type Belief, type Log, type PlanView, planFor, type Runner } from '../../recover/index.ts';
import { EMPTY_BOOK, type Own, ownOf, type Run, type RunBook, runsOf } from '../../train/index.ts';
import { dateInZone, type LocalDate } from '../../vocabulary/index.ts';
import type { SpokenOptions } from '../options.ts';
import { type Obstacle, obstacleTo } from '../plan-obstacle.ts';

export interface Current {
  readonly state: EpisodeState;
  readonly runner: Runner;
  readonly log: Log;
  readonly belief: Belief;
  readonly today: LocalDate;
  readonly zone: string;
  readonly plan: PlanView;
  /** What the answers hold against any plan. */
  readonly obstacle: Obstacle | undefined;
  /** Recorded runs from a year before the plan on. */
  readonly runs: readonly Run[];
  readonly own: Own;
}

/** Works it out from the events; undefined before a plan has begun. */
export function currentOf(
  options: SpokenOptions,
  events: readonly EpisodeEvent[],
  book: RunBook = EMPTY_BOOK,
): Current | undefined {
  const { knowledge, words, zone: deviceZone } = options;
  const state = fold(knowledge, events);
  const log = logOf(state);
  if (!log || !state.plan) return undefined;
  const zone = deviceZone ?? lastZone(events);
  const date = dateInZone(options.now(), zone);
  // West over the date line it may be yesterday again; a plan does not end before it began.
  const today = date < log.start ? log.start : date;
  const { runner } = state.plan;
  const belief = beliefOf(knowledge, state);
  const asked = !state.diagnosis && Object.keys(state.answers).length > 0;
  const cleared = log.clearances.some(({ recordedAt }) => recordedAt > (state.answeredAt ?? ''));
  const found = asked ? obstacleTo(options, state.answers) : undefined;
  return {
    state,
    runner,
    log,
    belief,
    today,
    zone,
    plan: planFor(knowledge, belief, runner, log, today, words.ofRecover),
    obstacle: found?.kind === 'locked' && cleared ? undefined : found,
    runs: runsOf(book),
    own: ownOf(book),
  };
}

/** The zone in which something was last recorded. */
export function lastZone(events: readonly EpisodeEvent[]): string {
  let last: EpisodeEvent | undefined;
  for (const event of events) if (!last || event.recordedAt > last.recordedAt) last = event;
  return last?.zone ?? 'UTC';
}
