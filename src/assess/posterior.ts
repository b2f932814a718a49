// From answers to probabilities: the engine's, with ids for numbers. Exact, and independent of the order of the answers.

import { type Answers, type FindingId, knownState } from '../vocabulary/index.ts';
import type { LikelihoodTable, Network } from './network.ts';

/** What is believed given the answers. */
export interface Belief {
  /** Probability of each hypothesis; sums to 1. */
  readonly posterior: Float64Array;
  /** By group: P(the case is strongly marked | hypothesis, answers), for each hypothesis. */
  readonly strength: ReadonlyMap<string, Float64Array>;
}

/**
 * Works out the belief. `unsure` and unasked findings add no factor.
 * Answers to findings or states that the knowledge does not have are refused by `checkAnswers`, before this.
 * @param without leave this finding's answer out, as if it had not been asked
 */
export function beliefOf(network: Network, answers: Answers, without?: FindingId): Belief {
  const { knowledge, session, groups } = network;
  const answered = new Set<string>();
  knowledge.findings.forEach((finding, number) => {
    const known = finding.id === without ? undefined : knownState(answers, finding.id);
    const state = known === undefined ? -1 : finding.states.findIndex((one) => one.id === known);
    session.answer(number, state);
    if (state >= 0 && finding.group !== undefined) answered.add(finding.group);
  });
  return {
    posterior: session.setProbabilities(),
    strength: new Map(
      [...answered].flatMap((id) => {
        const group = groups.get(id);
        return group === undefined ? [] : [[id, session.strengthOf(group)] as const];
      }),
    ),
  };
}

/** P(reported state | hypothesis, answers so far) for one finding, at `hypothesis * states + state`. */
export function predictive({ strength }: Belief, table: LikelihoodTable): Float64Array {
  if (table.group === undefined) return table.weak;
  const share = strength.get(table.group);
  const { weak, strong, states } = table;
  const mixed = new Float64Array(weak.length);
  for (let row = 0, at = 0; at < weak.length; row++) {
    const s = share?.[row] ?? 0.5;
    for (const end = at + states; at < end; at++)
      mixed[at] = (1 - s) * (weak[at] ?? 0) + s * (strong[at] ?? 0);
  }
  return mixed;
}

/** Probability that each condition is present, alone or with another; in the order of `knowledge.conditions`. */
export function conditionProbabilities(network: Network, posterior: Float64Array): Float64Array {
  const probabilities = new Float64Array(network.knowledge.conditions.length);
  const { hypotheses } = network;
  for (let row = 0; row < hypotheses.length; row++) {
    const p = posterior[row] ?? 0;
    for (const condition of hypotheses[row]?.conditions ?? [])
      probabilities[condition] = (probabilities[condition] ?? 0) + p;
  }
  return probabilities.map((p) => Math.min(1, p));
}

/** Sum in a fixed order. */
export function sum(values: Float64Array): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index] ?? 0;
  return total;
}
