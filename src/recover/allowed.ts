// What may be prescribed while several causes are possible: only what is safe for every one of them.
//
// An exercise is safe for a cause when nothing the cause forbids is among its actions and, unless it is gentle, when the
// plan for that cause has it too, in the same stage or an earlier one, or forgives what it does not name. A cause without a plan of ours that forbids loading,
// stretching, hopping or running leaves only what is gentle.

import {
  type Action,
  conditionById,
  type Exercise,
  evaluate,
  type Forbids,
  findingsIn,
  isAction,
  type KnowledgeBase,
  measureAndWider,
  type Plan,
} from '../knowledge/index.ts';
import { type Answers, daysBetween, type LocalDate, UNSURE } from '../vocabulary/index.ts';
import { type Log, latestValue } from './log.ts';
import type { Route } from './route.ts';
import type { Belief } from './runner.ts';
import { clearedSince } from './standing.ts';
import { type RecoverWords, recoverEnglish } from './words/en.ts';

/** Why something is withheld: the sentence, and the cause or flag that it comes from. */
export interface Reason {
  /** `unknown`: it is not in the plan for that cause, so it is not known to be safe. */
  readonly kind: 'forbidden' | 'left-out' | 'unknown';
  readonly because: string;
  /** Id of a condition or a red flag. */
  readonly cause: string;
  /** Its name in plain words. */
  readonly name: string;
}

/** Actions that are forbidden today, each with its reasons. */
export type Forbidden = ReadonlyMap<Action, readonly Reason[]>;

/** Actions that make a cause without a plan of ours one for gentle things only. */
const HARD: ReadonlySet<Action> = new Set(['load', 'stretch', 'hop', 'run']);

/**
 * Brings answers up to date: a check-in overrules what it asks again, and an answer about time grows older by itself.
 * A question about time that was never asked is answered by the age of the plan at least.
 */
export function answersToday(
  { recovery }: KnowledgeBase,
  belief: Belief,
  log: Log | undefined,
  today: LocalDate,
): Answers {
  const answers: Record<string, string> = { ...belief.answers };
  const { ageing, measures } = recovery;
  if (ageing) {
    const known = answers[ageing.finding];
    const first = ageing.steps[0];
    const asked = known !== undefined && known !== UNSURE;
    const since = asked ? (belief.answeredOn ?? log?.start) : log?.start;
    const days = since === undefined ? 0 : daysBetween(since, today);
    let state = asked ? known : first?.state;
    for (const step of ageing.steps) {
      if (state === step.state && days >= step.afterDays) state = step.becomes;
    }
    if (state !== undefined && (asked || state !== first?.state)) answers[ageing.finding] = state;
  }
  if (log) {
    for (const measure of measures) {
      if (!measure.answers) continue;
      const value = latestValue(recovery, log, measure.id, today);
      if (value !== undefined)
        answers[measure.answers.finding] = value > 0 ? measure.answers.more : measure.answers.zero;
    }
  }
  return answers;
}

/**
 * Everything that is forbidden today by a possible cause, a red flag, who the runner is or the plan itself, less what is
 * cleared. Gates count when they are known to hold or hang on "not sure"; whoever starts without an interview has not been
 * asked about them.
 */
export function forbiddenToday(
  knowledge: KnowledgeBase,
  belief: Belief,
  plan: Plan,
  log: Log | undefined,
  today: LocalDate,
): Forbidden {
  const answers = answersToday(knowledge, belief, log, today);
  const forbidden = new Map<Action, Reason[]>();
  const lifted = liftedToday(knowledge, belief, log, today);
  const isLifted = (action: Action) =>
    measureAndWider(action).some((one) => isAction(one) && lifted.has(one));
  const add = (cause: string, name: string, rules: readonly Forbids[]) => {
    for (const { action, because, when } of rules) {
      if (isLifted(action) || (when && evaluate(when, answers) === 'false')) continue;
      forbidden.set(action, [...(forbidden.get(action) ?? []), { kind: 'forbidden', because, cause, name }]);
    }
  };
  for (const { condition } of belief.possible) {
    add(condition, nameOf(knowledge, condition), conditionById(knowledge, condition)?.forbids ?? []);
  }
  for (const flag of knowledge.redFlags) {
    const truth = evaluate(flag.when, answers);
    const doubtful = truth === 'unknown' && findingsIn(flag.when).some((id) => answers[id] === UNSURE);
    if (truth === 'true' || doubtful) add(flag.id, flag.name, flag.forbids);
  }
  for (const { id, name, when, effects } of knowledge.gates) {
    const truth = when ? evaluate(when, answers) : 'true';
    const doubtful = when !== undefined && findingsIn(when).some((finding) => answers[finding] === UNSURE);
    if (truth === 'false' || (truth === 'unknown' && !doubtful)) continue;
    for (const { limit, actions, text, basis } of effects) {
      if (limit === 'caution') continue;
      add(
        id,
        name,
        actions.map((action) => ({ action, because: text, basis })),
      );
    }
  }
  for (const one of new Set([plan, ...plansFor(knowledge, belief)])) {
    const [cause = ''] = one.conditions;
    add(cause, nameOf(knowledge, cause), one.forbids);
  }
  return forbidden;
}

/** The actions that clinicians have cleared since the last danger sign and the last answers. */
function liftedToday(
  { recovery }: KnowledgeBase,
  belief: Belief,
  log: Log | undefined,
  today: LocalDate,
): ReadonlySet<Action> {
  if (!log) return new Set();
  const flags = Object.entries(log.days)
    .filter(([date, day]) => date <= today && day.flaggedAt !== undefined)
    .map(([date, day]) => ({ date, at: day.flaggedAt ?? '' }));
  const since = [...flags, ...answeredSince(belief)]
    .sort((a, b) => (`${a.date} ${a.at}` < `${b.date} ${b.at}` ? -1 : 1))
    .at(-1);
  const cleared = clearedSince(log, today, since);
  return new Set(recovery.clearances.find(({ id }) => id === cleared?.covers)?.lifts ?? []);
}

/** When the answers were given on which the belief rests; none once a clinician has made a diagnosis. */
export function answeredSince({
  diagnosed,
  answeredOn,
  answeredAt,
}: Belief): readonly { readonly date: LocalDate; readonly at: string }[] {
  return diagnosed || answeredOn === undefined ? [] : [{ date: answeredOn, at: answeredAt ?? '' }];
}

/** The plans for the possible causes, each once. */
export function plansFor({ recovery }: Pick<KnowledgeBase, 'recovery'>, belief: Belief): readonly Plan[] {
  return recovery.plans.filter((plan) =>
    belief.possible.some(({ condition }) => plan.conditions.includes(condition)),
  );
}

/**
 * Why an exercise is withheld at a stage of the route; empty when it may be prescribed.
 * @param stage index of the stage among all stages of the plan
 */
export function reasonsAgainst(
  knowledge: KnowledgeBase,
  belief: Belief,
  route: Route,
  forbidden: Forbidden,
  exercise: Exercise,
  stage: number,
  words: RecoverWords = recoverEnglish,
): readonly Reason[] {
  const actions = exercise.actions.flatMap((action) => reasonsOf(forbidden, action));
  const leadsTo = route.plan.conditions[0] ?? '';
  const own = route.leaveOut
    .filter((one) => one.exercise === exercise.id)
    .map(({ because }): Reason => leftOut(because, leadsTo, nameOf(knowledge, leadsTo)));
  const others = belief.possible.flatMap(({ condition }): readonly Reason[] => {
    if (route.plan.conditions.includes(condition)) return [];
    const name = nameOf(knowledge, condition);
    const plan = knowledge.recovery.plans.find((one) => one.conditions.includes(condition));
    const left = plan?.leaveOut.find((one) => one.exercise === exercise.id);
    if (left) return [leftOut(left.because, condition, name)];
    if (exercise.gentle || plan?.forgiving) return [];
    const isKnown = plan ? planHas(plan, exercise, stage) : !forbidsHard(forbidden, condition);
    const because = words.notKnownSafe(name);
    return isKnown ? [] : [{ kind: 'unknown', because, cause: condition, name }];
  });
  const all = [...actions, ...own, ...others];
  return all.filter((one, index) => all.findIndex((other) => other.because === one.because) === index);
}

/** What speaks against an action: against itself, something wider, or a part of it. */
function reasonsOf(forbidden: Forbidden, action: Action): readonly Reason[] {
  return [...forbidden].flatMap(([other, reasons]) =>
    measureAndWider(action).includes(other) || measureAndWider(other).includes(action) ? reasons : [],
  );
}

function planHas(plan: Plan, exercise: Exercise, stage: number): boolean {
  return plan.stages
    .slice(0, stage + 1)
    .some(
      (one) =>
        one.exercises.some((item) => item.exercise === exercise.id) ||
        (exercise.kind === 'run' && one.running.kind !== 'none'),
    );
}

function forbidsHard(forbidden: Forbidden, condition: string): boolean {
  return [...forbidden].some(
    ([action, reasons]) => HARD.has(action) && reasons.some(({ cause }) => cause === condition),
  );
}

function leftOut(because: string, cause: string, name: string): Reason {
  return { kind: 'left-out', because, cause, name };
}

function nameOf(knowledge: KnowledgeBase, condition: string): string {
  return conditionById(knowledge, condition)?.name ?? condition;
}
