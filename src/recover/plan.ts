// The plan of today: which plan, where on it, what to do, what is withheld and what would open it. Pure: the same
// knowledge, belief, runner and log give the same plan.

import {
  conditionById,
  type Exercise,
  evaluate,
  exerciseById,
  findingById,
  type KnowledgeBase,
  type Measure,
  measureAndWider,
} from '../knowledge/index.ts';
import {
  addDays,
  datesFrom,
  daysBetween,
  isMoreUrgent,
  type LocalDate,
  type TriageLevel,
} from '../vocabulary/index.ts';
import {
  answeredSince,
  type Forbidden,
  forbiddenToday,
  plansFor,
  type Reason,
  reasonsAgainst,
} from './allowed.ts';
import { type Course, courseOf } from './course.ts';
import type { Decision } from './decision.ts';
import { dayAt, type Log } from './log.ts';
import { type Route, routeFor } from './route.ts';
import type { Belief, Opener, Runner } from './runner.ts';
import { itemFor, type Offer, type Session, type SessionItem, sessionsOn } from './sessions.ts';
import { clearedSince, isResting, levelOf, type Standing } from './standing.ts';
import { type RecoverWords, recoverEnglish } from './words/en.ts';

/** Something that the plan would hold but for a possible cause. */
export interface Withheld {
  /** Undefined for running itself. */
  readonly exercise?: Exercise;
  readonly name: string;
  readonly reasons: readonly Reason[];
  /** Answers or tests that could rule out every cause it is withheld for; empty when only a clinician can. */
  readonly opensWith: readonly Opener[];
}

interface Shared {
  readonly today: LocalDate;
  /** Plan and start: stable for the whole episode, part of every session's id. */
  readonly id: string;
  readonly route: Route;
  readonly course: Course;
  /** The decision of today. */
  readonly decision: Decision;
}

/** No plan of ours fits the most probable cause. */
export interface NoPlan {
  readonly kind: 'none';
  readonly because: string;
}

/** A plan that is there but locked, with the reason and what to do meanwhile. */
export interface LockedPlan extends Shared {
  readonly kind: 'locked';
  readonly level: TriageLevel;
  readonly because: string;
  readonly doNow: readonly string[];
}

export interface OpenPlan extends Shared {
  readonly kind: 'open';
  readonly runner: Runner;
  readonly offer: Offer;
  readonly todaysSessions: readonly Session[];
  readonly withheld: readonly Withheld[];
  /** Plain sentences: what else this runner should know today. */
  readonly notes: readonly string[];
  /** The earliest date of the return if every day from now on goes well. Never a promise. */
  readonly earliestReturn: LocalDate;
}

export type PlanView = NoPlan | LockedPlan | OpenPlan;

/** Locks that wait for a clinician's word about the plan itself, not for an examination of something new. */
const WAITING_FOR_A_WORD: ReadonlySet<string> = new Set(['clearance-needed', 'growing-bones']);

/** Makes the plan of today. The log must begin on or before today. */
export function planFor(
  knowledge: KnowledgeBase,
  belief: Belief,
  runner: Runner,
  log: Log,
  today: LocalDate,
  words: RecoverWords = recoverEnglish,
): PlanView {
  const leading = belief.possible[0];
  const plan = knowledge.recovery.plans.find(({ conditions }) =>
    conditions.includes(leading?.condition ?? ''),
  );
  if (!leading || !plan) {
    const name = leading && conditionById(knowledge, leading.condition)?.name;
    return {
      kind: 'none',
      because: name ? words.noPlanFor(name) : words.nothingKnown,
    };
  }
  const route = routeFor(knowledge.recovery, plan, belief, runner);
  const course = courseOf({ knowledge, route, runner, answers: belief.answers, log, words }, today);
  const decision = course.decisions.at(-1);
  if (!decision) throw new Error('A plan was asked for before its first day.');
  const shared: Shared = { today, id: `${plan.id}-${log.start}`, route, course, decision };
  if (course.standing.lock) {
    return {
      ...shared,
      kind: 'locked',
      level: course.standing.lock.level,
      because: decision.reason,
      doNow: WAITING_FOR_A_WORD.has(course.standing.lock.rule)
        ? [words.askForWord]
        : doNowFor(knowledge, belief, log, course.standing.lock.since, course.standing.lock.level),
    };
  }
  if (isMoreUrgent(belief.level, 'within-days') && !clearedSince(log, today, answeredSince(belief)[0])) {
    return {
      ...shared,
      kind: 'locked',
      level: belief.level,
      because: knowledge.levels[belief.level].title,
      doNow: doNowFor(knowledge, belief, log, today, belief.level),
    };
  }
  const forbidden = forbiddenToday(knowledge, belief, plan, log, today);
  const { offer, withheld, leftOut } = offerAt(
    knowledge,
    belief,
    runner,
    route,
    course.standing,
    forbidden,
    words,
  );
  const open: Omit<OpenPlan, 'todaysSessions' | 'notes'> = {
    ...shared,
    kind: 'open',
    runner,
    offer,
    withheld,
    earliestReturn: earliestReturn(route, course.standing, today),
  };
  const whole: OpenPlan = {
    ...open,
    todaysSessions: [],
    notes: notesFor(knowledge, belief, open, leftOut, words),
  };
  return { ...whole, todaysSessions: sessionsFor(whole, today, today, words) };
}

/** The concrete sessions of these dates, from today on; at today's step, since no progress is promised. */
export function sessionsFor(
  plan: PlanView,
  from: LocalDate,
  to: LocalDate,
  words: RecoverWords = recoverEnglish,
): readonly Session[] {
  if (plan.kind !== 'open') return [];
  const { standing } = plan.course;
  const { decision } = plan;
  return datesFrom(from < plan.today ? plan.today : from, to).flatMap((date) => {
    const stopped =
      date === plan.today && (decision.rule === 'screen-unsure' || decision.kind === 'step-back');
    const paused = standing.pauseUntil !== undefined && date <= standing.pauseUntil;
    const rest = standing.restUntil !== undefined && date <= standing.restUntil;
    const mode = stopped || rest ? 'rest' : paused ? 'paused' : 'normal';
    return sessionsOn({ prefix: plan.id, runner: plan.runner, offer: plan.offer, mode, words }, date);
  });
}

/** What may be done at the level where the runner stands. */
function offerAt(
  knowledge: KnowledgeBase,
  belief: Belief,
  runner: Runner,
  route: Route,
  standing: Standing,
  forbidden: Forbidden,
  words: RecoverWords,
): { readonly offer: Offer; readonly withheld: readonly Withheld[]; readonly leftOut: readonly string[] } {
  const { recovery } = knowledge;
  const level = levelOf(route, standing);
  const here = route.stages[level.stage];
  if (!here) return { offer: { items: [], cross: [] }, withheld: [], leftOut: [] };
  const depth = route.plan.stages.indexOf(here.stage);
  const against = (exercise: Exercise) =>
    reasonsAgainst(knowledge, belief, route, forbidden, exercise, depth, words);
  const cross = here.stage.cross.filter(({ action }) => !forbidden.has(action));
  const withheld: Withheld[] = [];
  const leftOut: string[] = [];
  const items = here.stage.exercises.flatMap(({ exercise: id, dose }) => {
    const exercise = exerciseById(recovery, id);
    if (!exercise) return [];
    const reasons = against(exercise);
    if (reasons.length > 0) {
      withheld.push({ exercise, name: exercise.name, reasons, opensWith: openersFor(belief, reasons) });
      return [];
    }
    const item = itemFor(recovery, exercise, dose, runner);
    if (!item) leftOut.push(exercise.name);
    return item ? [item] : [];
  });
  if (withheld.length > 0) items.push(...gentleOnes(knowledge, belief, runner, items, against));
  if (here.stage.running.kind === 'none') return { offer: { items, cross }, withheld, leftOut };
  const how = exerciseById(recovery, here.ladder?.exercise ?? 'run-walk');
  const reasons = how ? against(how) : [];
  if (reasons.length > 0) {
    withheld.push({ name: words.running, reasons, opensWith: openersFor(belief, reasons) });
    return { offer: { items, cross }, withheld, leftOut };
  }
  const step = level.step === undefined ? undefined : here.steps[level.step];
  return {
    offer: { items, cross, run: { stage: here, ...(step ? { step, number: (level.step ?? 0) + 1 } : {}) } },
    withheld,
    leftOut,
  };
}

/** While much is withheld, the gentle beginnings of the plans for the other causes: these are safe for all of them. */
function gentleOnes(
  { recovery }: KnowledgeBase,
  belief: Belief,
  runner: Runner,
  items: readonly SessionItem[],
  against: (exercise: Exercise) => readonly Reason[],
): readonly SessionItem[] {
  const seen = new Set(items.map(({ exercise }) => exercise.id));
  const first = plansFor({ recovery }, belief).flatMap(({ stages }) => stages[0]?.exercises ?? []);
  return first.flatMap(({ exercise: id, dose }) => {
    const exercise = exerciseById(recovery, id);
    if (!exercise?.gentle || seen.has(id) || against(exercise).length > 0) return [];
    seen.add(id);
    return itemFor(recovery, exercise, dose, runner) ?? [];
  });
}

/** Only when every cause it is withheld for could be ruled out by an answer is there anything to ask. */
function openersFor(belief: Belief, reasons: readonly Reason[]): readonly Opener[] {
  const causes = [...new Set(reasons.map(({ cause }) => cause))];
  const openers = causes.map((cause) => belief.openers.filter(({ condition }) => condition === cause));
  return openers.some((some) => some.length === 0) ? [] : openers.flatMap((some) => some.slice(0, 2));
}

/** The least number of days still to go to the last stage, as a date. */
export function earliestReturn(route: Route, standing: Standing, today: LocalDate): LocalDate {
  const here = levelOf(route, standing);
  const days = route.stages.reduce((sum, stage, index) => {
    if (index < here.stage || stage.stage.keep) return sum;
    const climbing = route.levels
      .map((level, at) => ({ level, at }))
      .filter(({ level, at }) => level.stage === index && at >= standing.level)
      .reduce(
        (total, { level, at }) =>
          total + (level.need - (at === standing.level ? standing.good : 0)) * level.everyDays,
        0,
      );
    const since = standing.reached[index];
    const waited = since === undefined ? 0 : daysBetween(since, today);
    return sum + Math.max(climbing, stage.atLeastDays - waited, 0);
  }, 0);
  return addDays(today, days);
}

function notesFor(
  knowledge: KnowledgeBase,
  belief: Belief,
  plan: Omit<OpenPlan, 'todaysSessions' | 'notes'>,
  leftOut: readonly string[],
  words: RecoverWords,
): readonly string[] {
  const { recovery } = knowledge;
  const { runner, route, course, today, earliestReturn: earliest } = plan;
  const here = route.stages[levelOf(route, course.standing).stage];
  const notes: string[] = [];
  if (belief.level !== 'self-care') {
    notes.push(words.beside(knowledge.levels[belief.level].title));
  }
  const { kind, date } = runner.goal;
  if (date !== undefined && date < today) notes.push(words.goalPassed(date));
  else if (date !== undefined && date < earliest) {
    notes.push(words.goalTooSoon(kind === 'race', date, earliest));
  } else if (date !== undefined && !here?.stage.keep) {
    notes.push(words.goalIsTight(date));
  }
  if (here?.stage.keep && recovery.early) {
    const since = course.standing.reached.at(-1) ?? today;
    if (daysBetween(since, today) < (recovery.figures.earlyWeeksDays?.value ?? 0))
      notes.push(recovery.early.text);
  }
  if (recovery.older && runner.age >= (recovery.figures.olderAge?.value ?? Number.POSITIVE_INFINITY)) {
    notes.push(recovery.older.text);
  }
  if (leftOut.length > 0) notes.push(words.kitMissing(leftOut.join(', ')));
  if (isResting(course.standing, today)) notes.push(words.restIsPart);
  return notes;
}

/** First aid of the flags that lock the plan, without what another fired flag forbids or asks the opposite of. */
function doNowFor(
  knowledge: KnowledgeBase,
  belief: Belief,
  log: Log,
  date: LocalDate,
  level: TriageLevel,
): readonly string[] {
  const { screen } = dayAt(log, date);
  const yes = Object.entries(screen).filter(([, answer]) => answer === 'yes');
  const answers = { ...belief.answers, ...Object.fromEntries(yes.map(([id]) => [id, 'yes'])) };
  const fired = knowledge.redFlags.filter((flag) => evaluate(flag.when, answers) === 'true');
  const asked = new Set(fired.flatMap(({ doNow }) => doNow.flatMap(({ does }) => does)));
  const forbidden = new Set<Measure>([
    ...fired.flatMap(({ forbids }) =>
      forbids.filter(({ when }) => !when || evaluate(when, answers) !== 'false').map(({ action }) => action),
    ),
    ...knowledge.opposites.filter(({ to }) => asked.has(to)).map(({ givesWay }) => givesWay),
  ]);
  const lines = fired
    .filter((flag) => flag.level === level)
    .flatMap(({ doNow }) => doNow)
    .filter(({ does }) => !does.some((one) => measureAndWider(one).some((wider) => forbidden.has(wider))))
    .map(({ text }) => text);
  return lines.length > 0 ? [...new Set(lines)] : [knowledge.levels[level].action];
}

/** The question that an opener asks, in the words of the interview. */
export function questionOf(knowledge: KnowledgeBase, opener: Opener): string {
  return findingById(knowledge, opener.finding)?.question ?? opener.finding;
}
