// What may be advised. An advice is withheld while anything forbids its action: a cause that is still possible, a red
// flag that has fired, or a condition of the advice itself that is not known to be met.

import { type Action, type Advice, evaluate, type Forbids } from '../knowledge/index.ts';
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
  const forbidden = new Map<Action, Set<string>>();
  const forbid = (rules: readonly Forbids[]) => {
    for (const rule of rules) {
      if (rule.when && evaluate(rule.when, answers) === 'false') continue;
      forbidden.set(rule.action, (forbidden.get(rule.action) ?? new Set()).add(rule.because));
    }
  };
  for (const flag of [...triage.fired, ...triage.doubtful]) forbid(flag.forbids);
  knowledge.conditions.forEach((condition, index) => {
    if ((probabilities[index] ?? 0) >= knowledge.model.stillPossible.value) forbid(condition.forbids);
  });

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
  };
}
