// The course of a plan: for each date one decision (advance, hold, step back, pause or see someone), with the rule it rests
// on and a sentence why. A decision about a date uses only what is about that date or earlier, so replaying a whole log gives
// what was shown live. A session is judged when its next morning is known; what is bad enough is acted on at once.

import type { DayRule, Limit } from '../knowledge/index.ts';
import { addDays, datesFrom, daysBetween, type LocalDate, mostUrgent } from '../vocabulary/index.ts';
import { type Decision, nameOf, type Sayer, type Setting, sayer } from './decision.ts';
import { type JudgedStages, judge, judgeAtOnce, type Verdict } from './judge.ts';
import { alarmOn, isUnsure, shortOf, startingPoint, unlocked } from './lock.ts';
import { dayAt } from './log.ts';
import { nextMove } from './next-move.ts';
import type { Route } from './route.ts';
import {
  isResting,
  type Lock,
  levelOf,
  locked,
  type Move,
  moved,
  type Standing,
  stepBack,
  stepUp,
} from './standing.ts';

/** Later than every instant: a word given on the same date may have come before, so it does not lift this. */
const LATE = '9999';

export interface Course {
  readonly decisions: readonly Decision[];
  /** Where the runner stands at the end of the last date, what is bad enough today included. */
  readonly standing: Standing;
  /** `return`: the months of staying well are done. `clinician`: locked until somebody has looked at it. */
  readonly ended?: 'return' | 'clinician';
}

/** Works the course out from the first date of the plan up to and including `upTo`. */
export function courseOf(setting: Setting, upTo: LocalDate): Course {
  let standing = startingPoint(setting);
  let shown = standing;
  let done = false;
  let began: Standing | undefined;
  const decisions: Decision[] = [];
  for (const date of datesFrom(setting.log.start, upTo)) {
    const day = dayOn(setting, standing, began, date, done);
    began = standing;
    standing = day.standing;
    shown = day.shown;
    done ||= day.done;
    decisions.push(day.decision);
  }
  const ended = done ? 'return' : shown.lock ? 'clinician' : undefined;
  return { decisions, standing: shown, ...(ended ? { ended } : {}) };
}

interface DayResult {
  /** Carried to the next date. */
  readonly standing: Standing;
  /** With what today alone already tells. */
  readonly shown: Standing;
  readonly decision: Decision;
  readonly done: boolean;
}

/**
 * @param before where the runner stands at the end of the day before
 * @param began where that day began; undefined on the first date
 */
function dayOn(
  setting: Setting,
  before: Standing,
  began: Standing | undefined,
  date: LocalDate,
  done: boolean,
): DayResult {
  const { route, log } = setting;
  const say = sayer(setting, date);
  const end = (
    standing: Standing,
    decision: Decision,
    shown: Standing = standing,
    isDone = false,
  ): DayResult => ({ standing, shown, decision, done: isDone });
  if (done) return end(before, say('hold', 'plan-done', before));

  let standing = unlocked(setting, before, date);
  const alarm = alarmOn(setting, date);
  if (alarm) {
    const level = mostUrgent([alarm.level, standing.lock?.level ?? 'self-care']);
    standing = locked(standing, { ...alarm, level });
  }
  if (standing.lock) return end(standing, say('see-someone', standing.lock.rule, standing));

  const gap = hasGap(setting, date);
  if (gap) standing = stepBack(standing);

  const judged = began && !before.lock ? judgedYesterday(setting, standing, began, date) : undefined;
  if (judged) standing = judged.standing;
  const lockFor = (rule: DayRule, limit?: Limit): Lock => ({
    rule,
    since: date,
    at: LATE,
    level: 'routine',
    what: limit?.because ?? '',
    ...(limit ? { limit: limit.id } : {}),
  });
  if (judged?.move === 'refer' || judged?.move === 'three-reds') {
    const rule = judged.move === 'refer' ? 'refer' : 'three-reds';
    standing = locked(standing, lockFor(rule, judged.verdict.limit));
    return end(standing, say('see-someone', rule, standing, { limit: judged.verdict.limit }));
  }

  const stages = stagesFor(route, standing, before);
  const own: Verdict = stages
    ? judgeAtOnce(setting.knowledge.recovery, route.plan, stages, log, date)
    : { colour: 'none', session: false };
  if (own.colour === 'refer') {
    standing = locked(stepBack(standing), lockFor('refer', own.limit));
    return end(standing, say('see-someone', 'refer', standing, { limit: own.limit }));
  }

  const late = tooLong(setting, standing, date);
  if (late === 'return') return end(standing, say('advance', 'plan-done', standing), standing, true);
  if (late !== undefined) {
    standing = locked(standing, { ...lockFor('stage-too-long'), what: late });
    return end(standing, say('see-someone', 'stage-too-long', standing, { what: late }));
  }

  if (own.colour === 'red') return redToday(setting, standing, date, own, end, say);
  if (isUnsure(setting, date)) {
    return end(standing, say('pause', 'screen-unsure', standing, { what: shortOf(setting, date, 'unsure') }));
  }
  const told = judged && sayMove(judged, say, standing);
  if (told && told.kind !== 'hold') return end(standing, told);
  if (isResting(standing, date)) {
    const paused = standing.pauseUntil !== undefined && date <= standing.pauseUntil;
    const until = (paused ? standing.pauseUntil : standing.restUntil) ?? date;
    return end(standing, say('pause', paused ? 'paused' : 'rest-after-red', standing, { what: until }));
  }
  if (gap) return end(standing, say('step-back', 'gap', standing));
  if (told) return end(standing, told);
  if (own.colour === 'amber') return end(standing, say('hold', 'amber', standing, { limit: own.limit }));

  const next = nextMove(setting, standing, date, judged?.move === 'counted');
  if (next.rule === 'advance') {
    const up = stepUp(route, standing, date);
    return end(up, say('advance', 'advance', up, { what: nameOf(setting, up) }));
  }
  return end(standing, say('hold', next.rule, standing, { what: next.what }));
}

/** A red day acts at once; it is counted once, when the day is over. */
function redToday(
  setting: Setting,
  standing: Standing,
  date: LocalDate,
  own: Verdict,
  end: (standing: Standing, decision: Decision, shown?: Standing) => DayResult,
  say: Sayer,
): DayResult {
  const after = moved(setting.knowledge.recovery, setting.route, standing, date, own, undefined);
  if (after.move === 'three-reds') {
    const lock: Lock = { rule: 'three-reds', since: date, at: LATE, level: 'routine', what: '' };
    const shut = locked(after.standing, lock);
    return end(shut, say('see-someone', 'three-reds', shut), shut);
  }
  if (after.move === 'paused') {
    return end(standing, say('pause', 'two-reds', after.standing), after.standing);
  }
  return end(standing, say('step-back', 'red', after.standing, { limit: own.limit }), after.standing);
}

interface Judged {
  readonly standing: Standing;
  readonly move: Move;
  readonly verdict: Verdict;
  /** The red was acted on the day before already. */
  readonly known: boolean;
}

function judgedYesterday(
  setting: Setting,
  standing: Standing,
  began: Standing,
  date: LocalDate,
): Judged | undefined {
  const { knowledge, route, log } = setting;
  const stages = stagesFor(route, standing, began);
  const date0 = addDays(date, -1);
  if (!stages) return undefined;
  const verdict = judge(knowledge.recovery, route.plan, stages, log, date0);
  const pain = dayAt(log, date0).values.painDuring;
  const { standing: after, move } = moved(knowledge.recovery, route, standing, date0, verdict, pain);
  const known =
    judgeAtOnce(knowledge.recovery, route.plan, stages, log, date0).colour === 'red' &&
    verdict.colour === 'red';
  return { standing: after, move, verdict, known };
}

function stagesFor(route: Route, now: Standing, began: Standing): JudgedStages | undefined {
  const from = levelOf(route, now).stage;
  const to = Math.max(from, levelOf(route, began).stage);
  const [here, ...above] = route.stages.slice(from, to + 1).map(({ stage }) => stage);
  return here && [here, ...above];
}

/** The decision that follows from yesterday's session, where it decides anything by itself. */
function sayMove({ move, verdict, known }: Judged, say: Sayer, standing: Standing): Decision | undefined {
  switch (move) {
    case 'back':
      return known ? undefined : say('step-back', 'red', standing, { limit: verdict.limit });
    case 'paused':
      return known ? undefined : say('pause', 'two-reds', standing);
    case 'third-hold':
      return say('step-back', 'third-hold', standing);
    case 'held':
      return say('hold', 'amber', standing, { limit: verdict.limit });
    case 'reset':
      return say('hold', verdict.rule ?? 'carry-on', standing, { what: verdict.what });
    case 'too-soon':
      return say('hold', 'too-soon', standing);
    default:
      return undefined;
  }
}

/** The first check-in after more than a week without any. */
function hasGap({ knowledge, log }: Setting, date: LocalDate): boolean {
  const days = knowledge.recovery.figures.gapDays?.value ?? 7;
  if (!dayAt(log, date).checkedIn || daysBetween(log.start, date) <= days) return false;
  return datesFrom(addDays(date, -days), addDays(date, -1)).every((one) => !dayAt(log, one).checkedIn);
}

/** The name of the stage that has taken longer than it may; `return` when staying well is done. */
function tooLong({ route }: Setting, standing: Standing, date: LocalDate): string | undefined {
  const highest = route.stages[standing.reached.length - 1];
  if (!highest) return undefined;
  const days = daysBetween(standing.clock, date);
  if (highest.stage.keep && days >= highest.atLeastDays) {
    return route.stages[levelOf(route, standing).stage]?.stage.keep ? 'return' : highest.stage.name;
  }
  return days > highest.atMostDays ? highest.stage.name : undefined;
}
