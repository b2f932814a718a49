// From a wish to events, or a refusal that says what was expected. Nothing is asked of the world: the id and the time of
// recording come with the command.

import type { ClearanceKind, KnowledgeBase } from '../knowledge/index.ts';
import type { Runner, ScreenAnswer } from '../recover/index.ts';
import {
  type Answers,
  type ConditionId,
  dateInZone,
  type FindingId,
  isLocalDate,
  ok,
  type Result,
  refuse,
  type Spots,
} from '../vocabulary/index.ts';
import { possibleNow, urgencyNow } from './belief.ts';
import type { CheckIn, Envelope, EpisodeEvent, Happening } from './events.ts';
import type { EpisodeState } from './fold.ts';

export type Command =
  | { readonly kind: 'give-answers'; readonly answers: Answers; readonly spots?: Spots }
  | { readonly kind: 'take-result' }
  | { readonly kind: 'enter-diagnosis'; readonly condition: ConditionId; readonly presentation?: string }
  | { readonly kind: 'name-cause'; readonly condition: ConditionId }
  | { readonly kind: 'start-plan'; readonly runner: Runner }
  | { readonly kind: 'check-in'; readonly checkIn: CheckIn }
  | { readonly kind: 'correct-check-in'; readonly corrects: string; readonly checkIn: CheckIn }
  | {
      readonly kind: 'report-session';
      readonly sessionId: string;
      readonly exercised: boolean;
      readonly ran: boolean;
    }
  | { readonly kind: 'give-clearance'; readonly covers: ClearanceKind }
  | { readonly kind: 'report-red-flag'; readonly screen: Readonly<Record<FindingId, ScreenAnswer>> }
  | { readonly kind: 'close'; readonly because: string };

/** Why a command cannot be carried out; `expected` says what would be accepted, in plain words. */
export interface CommandRefusal {
  readonly kind:
    | 'closed'
    | 'repeated-id'
    | 'bad-time'
    | 'in-the-future'
    | 'no-cause'
    | 'no-plan'
    | 'unknown'
    | 'out-of-range'
    | 'not-a-check-in';
  readonly expected: string;
  readonly found: string;
}

/** Decides on a command. The events have not happened until they are appended. */
export function decide(
  knowledge: KnowledgeBase,
  state: EpisodeState,
  command: Command,
  envelope: Envelope,
): Result<readonly EpisodeEvent[], CommandRefusal> {
  const refusal = refusalOf(knowledge, state, command, envelope);
  if (refusal) return refuse(refusal);
  return ok([{ ...envelope, ...happening(knowledge, state, command) }]);
}

function happening(knowledge: KnowledgeBase, state: EpisodeState, command: Command): Happening {
  switch (command.kind) {
    case 'give-answers': {
      const { answers, spots } = command;
      return { type: 'answers-given', answers, ...(spots ? { spots } : {}) };
    }
    case 'take-result': {
      const { level, because } = urgencyNow(knowledge, state.answers);
      return {
        type: 'result-taken',
        level,
        because,
        possible: possibleNow(knowledge, state.answers),
        knowledge: { version: knowledge.version, hash: knowledge.hash },
      };
    }
    case 'enter-diagnosis': {
      const { condition, presentation } = command;
      return {
        type: 'diagnosis-entered',
        condition,
        ...(presentation === undefined ? {} : { presentation }),
      };
    }
    case 'name-cause':
      return { type: 'cause-named', condition: command.condition };
    case 'start-plan':
      return { type: 'plan-started', runner: command.runner };
    case 'check-in':
      return { type: 'checked-in', checkIn: command.checkIn };
    case 'correct-check-in':
      return { type: 'check-in-corrected', corrects: command.corrects, checkIn: command.checkIn };
    case 'report-session': {
      const { sessionId, exercised, ran } = command;
      return { type: 'session-done', sessionId, exercised, ran };
    }
    case 'give-clearance':
      return { type: 'clearance-given', covers: command.covers };
    case 'report-red-flag':
      return { type: 'red-flag-reported', screen: command.screen };
    case 'close':
      return { type: 'closed', because: command.because };
  }
}

function refusalOf(
  knowledge: KnowledgeBase,
  state: EpisodeState,
  command: Command,
  envelope: Envelope,
): CommandRefusal | undefined {
  if (state.closed)
    return { kind: 'closed', expected: 'an open episode', found: `closed on ${state.closed.date}` };
  if (state.ids.includes(envelope.id)) {
    return { kind: 'repeated-id', expected: 'an id that was not used before', found: envelope.id };
  }
  return timeRefusal(envelope) ?? contentRefusal(knowledge, state, command);
}

function timeRefusal({ about, zone, recordedAt }: Envelope): CommandRefusal | undefined {
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(recordedAt)
    ? Date.parse(recordedAt)
    : Number.NaN;
  if (Number.isNaN(moment)) {
    return { kind: 'bad-time', expected: 'an instant in UTC, as 2026-03-01T07:30:00Z', found: recordedAt };
  }
  if (!isLocalDate(about)) return { kind: 'bad-time', expected: 'a date, as 2026-03-01', found: about };
  let today: string;
  try {
    today = dateInZone(moment, zone);
  } catch {
    return { kind: 'bad-time', expected: 'a time zone, as Europe/Berlin', found: zone };
  }
  return about > today
    ? { kind: 'in-the-future', expected: `a date up to ${today}`, found: about }
    : undefined;
}

function contentRefusal(
  knowledge: KnowledgeBase,
  state: EpisodeState,
  command: Command,
): CommandRefusal | undefined {
  switch (command.kind) {
    case 'enter-diagnosis': {
      const index = knowledge.conditions.findIndex(({ id }) => id === command.condition);
      if (index < 0) return { kind: 'unknown', expected: 'the id of a condition', found: command.condition };
      const grades = knowledge.presentations
        .filter((one) => one.condition === index)
        .map(({ id }) => id.slice(command.condition.length + 1));
      const { presentation } = command;
      return presentation === undefined || grades.includes(presentation)
        ? undefined
        : { kind: 'unknown', expected: `one of ${grades.join(', ')}`, found: presentation };
    }
    case 'name-cause': {
      const known = namedCauses(knowledge);
      return known.includes(command.condition)
        ? undefined
        : { kind: 'unknown', expected: `one of ${known.join(', ')}`, found: command.condition };
    }
    case 'start-plan':
      if (!state.diagnosis && Object.keys(state.answers).length === 0 && !state.result && !state.named) {
        return { kind: 'no-cause', expected: 'answers, a result or a diagnosis first', found: 'none' };
      }
      return runnerRefusal(knowledge, command.runner);
    case 'check-in':
      return checkInRefusal(knowledge, command.checkIn);
    case 'correct-check-in':
      return state.checkIns[command.corrects] === undefined
        ? {
            kind: 'not-a-check-in',
            expected: 'the id of a check-in of this episode',
            found: command.corrects,
          }
        : checkInRefusal(knowledge, command.checkIn);
    case 'report-session':
      return state.plan ? undefined : { kind: 'no-plan', expected: 'a plan that has begun', found: 'none' };
    case 'report-red-flag':
      return screenRefusal(knowledge, command.screen);
    default:
      return undefined;
  }
}

/** Says what is wrong with a runner's circumstances; undefined when nothing is. */
export function runnerRefusal({ recovery }: KnowledgeBase, runner: Runner): CommandRefusal | undefined {
  const outside = (what: string, value: number, from: number, to: number): CommandRefusal | undefined =>
    typeof value === 'number' && value >= from && value <= to
      ? undefined
      : { kind: 'out-of-range', expected: `${what} from ${from} to ${to}`, found: String(value) };
  const { goal, weekdays = [], kit = [], activities = [] } = runner;
  if (!Array.isArray(weekdays) || !Array.isArray(kit) || !Array.isArray(activities)) {
    return { kind: 'unknown', expected: 'lists of weekdays, kit and activities', found: 'something else' };
  }
  if (runner.side !== 'left' && runner.side !== 'right' && runner.side !== 'both') {
    return { kind: 'unknown', expected: 'side: left, right or both', found: String(runner.side) };
  }
  const foreign = kit.find((id) => !recovery.kit.some((one) => one.id === id));
  const badDay = weekdays.find((day) => !Number.isInteger(day) || day < 1 || day > 7);
  return (
    outside('days a week', runner.daysAWeek, 1, 7) ??
    outside('minutes of the usual run', runner.usualRunMinutes, 0, 600) ??
    outside('minutes of the longest run', runner.longestRunMinutes, 0, 1500) ??
    outside('age', runner.age, 8, 110) ??
    (Number.isInteger(runner.daysAWeek)
      ? undefined
      : { kind: 'out-of-range', expected: 'whole days a week', found: String(runner.daysAWeek) }) ??
    (foreign === undefined
      ? undefined
      : {
          kind: 'unknown',
          expected: `kit: ${recovery.kit.map(({ id }) => id).join(', ')}`,
          found: foreign,
        }) ??
    (badDay === undefined
      ? undefined
      : { kind: 'out-of-range', expected: 'weekdays from 1 (Monday) to 7', found: String(badDay) }) ??
    dateRefusal(goal.date) ??
    dateRefusal(runner.onset) ??
    (runner.ownPredictionDays === undefined
      ? undefined
      : outside('days until you run again', runner.ownPredictionDays, 1, 3650)) ??
    (activities.every((one) => typeof one === 'string' && one.length <= 80)
      ? undefined
      : { kind: 'out-of-range', expected: 'activities of at most 80 letters', found: 'a longer one' })
  );
}

function dateRefusal(date: string | undefined): CommandRefusal | undefined {
  return date === undefined || isLocalDate(date)
    ? undefined
    : { kind: 'bad-time', expected: 'a date, as 2026-03-01', found: date };
}

/** Says what is wrong with a check-in; undefined when nothing is. */
export function checkInRefusal(
  knowledge: KnowledgeBase,
  { values, screen }: CheckIn,
): CommandRefusal | undefined {
  const asked = knowledge.recovery.measures.filter(({ kind }) => kind !== 'derived');
  for (const [id, value] of Object.entries(values)) {
    const measure = asked.find((one) => one.id === id);
    if (!measure)
      return { kind: 'unknown', expected: `a measure: ${asked.map((one) => one.id).join(', ')}`, found: id };
    if (typeof value !== 'number' || !(value >= measure.min && value <= measure.max)) {
      return {
        kind: 'out-of-range',
        expected: `${id} from ${measure.min} to ${measure.max}`,
        found: String(value),
      };
    }
  }
  return screenRefusal(knowledge, screen);
}

function screenRefusal({ recovery }: KnowledgeBase, screen: CheckIn['screen']): CommandRefusal | undefined {
  const known = recovery.screen.map(({ finding }) => finding);
  for (const [id, answer] of Object.entries(screen)) {
    if (!known.includes(id))
      return { kind: 'unknown', expected: `a danger sign: ${known.join(', ')}`, found: id };
    if (answer !== 'yes' && answer !== 'no' && answer !== 'unsure') {
      return { kind: 'unknown', expected: `${id}: yes, no or unsure`, found: String(answer) };
    }
  }
  return undefined;
}

/** What a runner may name without an interview: the first cause of each plan that allows it. */
export function namedCauses({ recovery }: KnowledgeBase): readonly ConditionId[] {
  return recovery.plans.flatMap(({ byName, conditions }) => (byName ? conditions.slice(0, 1) : []));
}

/** Tells whether a diagnosis names a condition that some plan is for. */
export function hasPlanFor({ recovery }: KnowledgeBase, condition: ConditionId): boolean {
  return recovery.plans.some(({ conditions }) => conditions.includes(condition));
}
