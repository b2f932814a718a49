// The course of a plan: for each date one decision (advance, hold, step back, pause or see someone), with the rule it rests
// on and a sentence why. A decision about a date uses only what is about that date or earlier, so replaying a whole log gives
// what was shown live. A session is judged when its next morning is known; what is bad enough is acted on at once.

import {
  type Basis,
  type DayRule,
  evaluate,
  findingById,
  type KnowledgeBase,
  type Limit,
} from '../knowledge/index.ts';
import {
  type Answers,
  addDays,
  datesFrom,
  daysBetween,
  isMoreUrgent,
  type LocalDate,
  mostUrgent,
  type TriageLevel,
} from '../vocabulary/index.ts';
import { isScreenClear, judge, judgeAtOnce, type Verdict } from './judge.ts';
import { dayAt, type Log, latestValue, morningRise, weekRise } from './log.ts';
import type { Route } from './route.ts';
import type { Runner } from './runner.ts';
import {
  clearedSince,
  firstStanding,
  isEnough,
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

export const DECISIONS = ['advance', 'hold', 'step-back', 'pause', 'see-someone'] as const;
export type DecisionKind = (typeof DECISIONS)[number];

export interface Decision {
  readonly date: LocalDate;
  readonly kind: DecisionKind;
  /** Id of a limit of the plan or of a rule of the day. */
  readonly rule: string;
  readonly reason: string;
  readonly basis: Basis;
  /** Where the runner stands after it: index into the route's levels. */
  readonly level: number;
  readonly stage: string;
  /** Step of the stage's ladder, from 1. */
  readonly step?: number;
  /** Set while the plan is locked. */
  readonly locked?: TriageLevel;
}

export interface Course {
  readonly decisions: readonly Decision[];
  /** Where the runner stands at the end of the last date, what is bad enough today included. */
  readonly standing: Standing;
  /** `return`: the months of staying well are done. `clinician`: locked until somebody has looked at it. */
  readonly ended?: 'return' | 'clinician';
}

/** Later than every instant: a word given on the same date may have come before, so it does not lift this. */
const LATE = '9999';

export interface Setting {
  readonly knowledge: KnowledgeBase;
  readonly route: Route;
  readonly runner: Pick<Runner, 'age'>;
  readonly answers: Answers;
  readonly log: Log;
}

/** Works the course out from the first date of the plan up to and including `upTo`. */
export function courseOf(setting: Setting, upTo: LocalDate): Course {
  let standing = atStart(setting);
  let shown = standing;
  let done = false;
  let yesterday: Standing | undefined;
  const decisions: Decision[] = [];
  for (const date of datesFrom(setting.log.start, upTo)) {
    const day = dayOn(setting, standing, yesterday, date, done);
    yesterday = day.standing;
    standing = day.standing;
    shown = day.shown;
    done ||= day.done;
    decisions.push(day.decision);
  }
  const ended = done ? 'return' : shown.lock ? 'clinician' : undefined;
  return { decisions, standing: shown, ...(ended ? { ended } : {}) };
}

function atStart({ knowledge, route, runner, log }: Setting): Standing {
  const standing = firstStanding(log.start);
  // A word given before the plan began counts for what the plan asks from its first day.
  const since = { since: '', at: '', level: 'routine' as const };
  const youngest = knowledge.recovery.figures.youngestAge?.value ?? 0;
  if (runner.age < youngest) {
    return locked(standing, { ...since, rule: 'growing-bones', what: String(youngest) });
  }
  return route.gate
    ? locked(standing, { ...since, rule: 'clearance-needed', what: route.gate.because })
    : standing;
}

interface DayResult {
  /** Carried to the next date. */
  readonly standing: Standing;
  /** With what today alone already tells. */
  readonly shown: Standing;
  readonly decision: Decision;
  readonly done: boolean;
}

function dayOn(
  setting: Setting,
  before: Standing,
  yesterday: Standing | undefined,
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

  const judged = yesterday && !yesterday.lock ? judgedYesterday(setting, standing, date) : undefined;
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

  const stage = route.stages[levelOf(route, standing).stage];
  const own: Verdict = stage
    ? judgeAtOnce(setting.knowledge.recovery, route.plan, stage.stage, log, date)
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
    return end(up, say('advance', 'advance', up, { what: nameOf(route, up) }));
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

function judgedYesterday(setting: Setting, standing: Standing, date: LocalDate): Judged | undefined {
  const { knowledge, route, log } = setting;
  const stage = route.stages[levelOf(route, standing).stage];
  const date0 = addDays(date, -1);
  if (!stage || date0 < log.start) return undefined;
  const verdict = judge(knowledge.recovery, route.plan, stage.stage, log, date0);
  const pain = dayAt(log, date0).values.painDuring;
  const { standing: after, move } = moved(knowledge.recovery, route, standing, date0, verdict, pain);
  const known =
    judgeAtOnce(knowledge.recovery, route.plan, stage.stage, log, date0).colour === 'red' &&
    verdict.colour === 'red';
  return { standing: after, move, verdict, known };
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

/** Whether to move on, or the rule that says not yet. */
function nextMove(
  setting: Setting,
  standing: Standing,
  date: LocalDate,
  counted: boolean,
): { readonly rule: DayRule; readonly what?: string } {
  const { knowledge, route, log } = setting;
  const { recovery } = knowledge;
  const level = levelOf(route, standing);
  const here = route.stages[level.stage];
  const day = dayAt(log, date);
  if (!here || here.stage.keep) return { rule: day.checkedIn ? 'keep' : 'no-check-in' };
  if (standing.good < level.need) {
    if (counted) return { rule: 'one-more-good', what: String(level.need - standing.good) };
    return { rule: day.checkedIn ? 'carry-on' : 'no-check-in' };
  }
  // From here on the good sessions are complete; the rest must hold today.
  if (!day.checkedIn) return { rule: 'no-check-in' };
  const [before = 0, last = 0] = standing.during;
  if (standing.during.length === 2 && last > before) return { rule: 'pain-rising' };
  if (day.values.painkillers === 1) return { rule: 'masked' };
  if (day.values.painMorning === undefined) return { rule: 'morning-missing' };
  if (day.values.painkillers === undefined)
    return { rule: 'measure-missing', what: labelOf(knowledge, 'painkillers') };
  if (!isScreenClear(recovery, day)) return { rule: 'screen-missing' };
  const rise = morningRise(log, addDays(date, -1), recovery.figures.usualDays?.value ?? 7);
  if (rise === undefined || rise > 0) return { rule: 'not-calm', what: labelOf(knowledge, 'morningRise') };
  if ((weekRise(log, date) ?? 0) >= (recovery.figures.weekRise?.value ?? 1)) return { rule: 'week-rise' };
  const next = route.levels[standing.level + 1];
  const there = next && route.stages[next.stage];
  if (!there || next.stage === level.stage) return { rule: 'advance' };
  const earliest = standing.reached[level.stage] ?? date;
  if (daysBetween(earliest, date) < here.atLeastDays) {
    return { rule: 'too-early', what: `day ${here.atLeastDays} of it` };
  }
  // What was measured before a setback says nothing about the leg after it.
  const setback = standing.reds.at(-1);
  const unmet = [...here.stage.leave, ...there.stage.enter].filter((criterion) => {
    const value = latestValue(recovery, log, criterion.measure, date, setback);
    if (value === undefined) return true;
    return criterion.bound === 'atMost' ? value > criterion.value : value < criterion.value;
  });
  if (unmet.length > 0) return { rule: 'criterion-unmet', what: unmet.map(({ says }) => says).join(' ') };
  const needed = there.stage.clearance;
  if (needed && !isEnough(clearedSince(log, date, standing.lifted)?.covers, needed)) {
    const says = recovery.clearances.find(({ id }) => id === needed)?.says ?? needed;
    return { rule: 'clearance-needed', what: `The next stage needs a clinician's word for: ${says}.` };
  }
  return { rule: 'advance' };
}

/** Lifts a lock that a later clearance covers, one step lower than before, where that stage is cleared at all. */
function unlocked({ route, log }: Setting, standing: Standing, date: LocalDate): Standing {
  const { lock, ...free } = standing;
  if (!lock) return standing;
  const since = { date: lock.since, at: lock.at };
  const cleared = clearedSince(log, date, since);
  if (!cleared || (route.gate && !isEnough(cleared.covers, route.gate.covers))) return standing;
  const { restUntil: _rest, pauseUntil: _pause, ...rested } = free;
  let open: Standing = { ...stepBack(rested), reds: [], clock: date, lifted: since };
  const mayStay = () => {
    const needed = route.stages[levelOf(route, open).stage]?.stage.clearance;
    return !needed || isEnough(cleared.covers, needed);
  };
  while (open.level > 0 && !mayStay()) open = stepBack(open);
  return open;
}

/** A danger sign ticked, or a result that asks for care at once, on this date and not cleared since. */
function alarmOn(setting: Setting, date: LocalDate): Lock | undefined {
  const { knowledge, answers, log } = setting;
  const day = dayAt(log, date);
  const locks: Lock[] = [];
  const yes = knowledge.recovery.screen.filter(({ finding }) => day.screen[finding] === 'yes');
  if (yes.length > 0) {
    const now: Answers = { ...answers, ...Object.fromEntries(yes.map(({ finding }) => [finding, 'yes'])) };
    const before = new Set(firedBy(knowledge, answers).map(({ id }) => id));
    const fired = firedBy(knowledge, now).filter(({ id }) => !before.has(id));
    locks.push({
      rule: 'red-flag',
      since: date,
      at: day.flaggedAt ?? '',
      level: mostUrgent([...yes, ...fired].map(({ level }) => level)),
      what: shortOf(setting, date, 'yes'),
    });
  }
  for (const result of log.urgent) {
    const about = result.date < log.start ? log.start : result.date;
    if (about !== date || !isMoreUrgent(result.level, 'within-days')) continue;
    locks.push({
      rule: 'urgent-result',
      since: result.date,
      at: result.recordedAt,
      level: result.level,
      what: result.because,
    });
  }
  return locks
    .filter(({ since, at }) => clearedSince(log, date, { date: since, at }) === undefined)
    .sort((a, b) => (a.level === b.level ? 0 : isMoreUrgent(a.level, b.level) ? -1 : 1))[0];
}

function firedBy({ redFlags }: KnowledgeBase, answers: Answers) {
  return redFlags.filter((flag) => evaluate(flag.when, answers) === 'true');
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

function isUnsure({ knowledge, log }: Setting, date: LocalDate): boolean {
  const { screen } = dayAt(log, date);
  return knowledge.recovery.screen.some(({ finding }) => screen[finding] === 'unsure');
}

function shortOf({ knowledge, log }: Setting, date: LocalDate, answer: 'yes' | 'unsure'): string {
  const { screen } = dayAt(log, date);
  return knowledge.recovery.screen
    .filter(({ finding }) => screen[finding] === answer)
    .map(({ finding }) => findingById(knowledge, finding)?.short ?? finding)
    .join(', ');
}

function labelOf({ recovery }: KnowledgeBase, id: string): string {
  return recovery.measures.find((one) => one.id === id)?.label ?? id;
}

function nameOf(route: Route, standing: Standing): string {
  const level = levelOf(route, standing);
  const stage = route.stages[level.stage];
  const step = level.step === undefined ? undefined : stage?.steps[level.step];
  return step
    ? `${stage?.stage.name}, step ${(level.step ?? 0) + 1} of ${stage?.steps.length}`
    : (stage?.stage.name ?? '');
}

type Sayer = (
  kind: DecisionKind,
  rule: DayRule,
  standing: Standing,
  with_?: { readonly limit?: Limit | undefined; readonly what?: string | undefined },
) => Decision;

/** Puts a decision into words: the sentence of the rule, with the limit's reason in it where one was hit. */
function sayer({ knowledge, route }: Setting, date: LocalDate): Sayer {
  return (kind, rule, standing, about = {}) => {
    const text = knowledge.recovery.rules[rule];
    const what = about.limit?.because ?? about.what ?? standing.lock?.what ?? '';
    const level = levelOf(route, standing);
    const limit = about.limit?.id ?? (kind === 'see-someone' ? standing.lock?.limit : undefined);
    return {
      date,
      kind,
      rule: limit ?? rule,
      reason: (text?.text ?? '{what}').replace('{what}', what.replace(/\.$/, ending(text?.text ?? ''))),
      basis: about.limit?.basis ?? text?.basis ?? { sources: [], certainty: 'estimate' },
      level: standing.level,
      stage: route.stages[level.stage]?.stage.id ?? '',
      ...(level.step === undefined ? {} : { step: level.step + 1 }),
      ...(standing.lock ? { locked: standing.lock.level } : {}),
    };
  };
}

/** A full stop of the inserted text stays only where the sentence does not bring its own. */
function ending(text: string): string {
  return /\{what\}[.:]/.test(text) ? '' : '.';
}
