// What may be advised. An advice, and a line of a red flag's first aid, is withheld while anything forbids what it asks
// for: a cause that is still possible, a red flag that has fired or hangs on "not sure", a fired red flag that asks for
// the opposite, or a condition of the advice itself that is not known to be met. So two signs at once never give two
// orders that contradict each other: what warns wins, and of two opposites the one that interview.yaml names.

import {
  type Action,
  type Advice,
  evaluate,
  type Forbids,
  type KnowledgeBase,
  type Measure,
} from '../knowledge/index.ts';
import type { Answers } from '../vocabulary/index.ts';
import type { Network } from './network.ts';
import type { Triage } from './triage.ts';

export interface Withheld {
  readonly action: Action;
  /** Why, in plain words, from the cause or flag that forbids it. */
  readonly because: readonly string[];
}

export interface CareAdvice {
  /** Advice for the leading conditions that nothing forbids. */
  readonly now: readonly (Advice & { readonly condition: string })[];
  readonly withheld: readonly Withheld[];
  /** The lines to show of each red flag that has fired, by its id. */
  readonly firstAid: Readonly<Record<string, readonly string[]>>;
}

/** Said where an advice needs an answer that was not given, or that speaks against it. */
const NOT_CLEARED = 'The answers so far do not show that this is safe for you.';

/**
 * Gathers the advice of the leading conditions and withholds what could harm.
 * @param leading indices of the conditions whose advice is wanted, most probable first
 */
export function careAdvice(
  network: Network,
  answers: Answers,
  probabilities: Float64Array,
  triage: Triage,
  leading: readonly number[],
): CareAdvice {
  const { knowledge } = network;
  const forbidden = forbiddenMeasures(knowledge, answers, probabilities, triage);
  const seen = new Set<string>();
  const now: (Advice & { condition: string })[] = [];
  const withheld = new Map<Action, readonly string[]>();
  for (const index of leading) {
    const condition = knowledge.conditions[index];
    for (const advice of condition?.now ?? []) {
      const reasons = forbidden.get(advice.action);
      const unmet = advice.unless !== undefined && evaluate(advice.unless, answers) !== 'false';
      if (reasons) withheld.set(advice.action, [...reasons]);
      else if (unmet && !withheld.has(advice.action)) withheld.set(advice.action, [NOT_CLEARED]);
      else if (!unmet && !seen.has(advice.text)) {
        seen.add(advice.text);
        now.push({ ...advice, condition: condition?.id ?? '' });
      }
    }
  }
  const advised = new Set(now.map((advice) => advice.action));
  return {
    now,
    withheld: [...withheld]
      .filter(([action]) => !advised.has(action))
      .map(([action, because]) => ({ action, because })),
    firstAid: Object.fromEntries(
      triage.fired.map((flag) => [
        flag.id,
        flag.doNow.filter(({ does }) => !does.some((one) => forbidden.has(one))).map(({ text }) => text),
      ]),
    ),
  };
}

/** Everything that must not be asked for now, with the reasons. */
function forbiddenMeasures(
  knowledge: KnowledgeBase,
  answers: Answers,
  probabilities: Float64Array,
  triage: Triage,
): ReadonlyMap<Measure, ReadonlySet<string>> {
  const forbidden = new Map<Measure, Set<string>>();
  const forbid = (measure: Measure, because: string) =>
    forbidden.set(measure, (forbidden.get(measure) ?? new Set()).add(because));
  const apply = (rules: readonly Forbids[]) => {
    for (const { action, because, when } of rules) {
      if (!when || evaluate(when, answers) !== 'false') forbid(action, because);
    }
  };
  for (const flag of [...triage.fired, ...triage.uncleared]) apply(flag.forbids);
  knowledge.conditions.forEach((condition, index) => {
    if ((probabilities[index] ?? 0) >= knowledge.model.stillPossible.value) apply(condition.forbids);
  });
  for (const { because, doNow } of triage.fired) {
    const asked = new Set(doNow.flatMap(({ does }) => does));
    for (const { givesWay, to } of knowledge.opposites) if (asked.has(to)) forbid(givesWay, because);
  }
  return forbidden;
}
