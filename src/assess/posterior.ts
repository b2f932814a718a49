// From answers to probabilities: exact, by multiplying likelihoods in the fixed order of the findings, so that the
// result does not depend on the order in which a runner answered.

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
  const weights = Float64Array.from(network.priors);
  const halves = new Map<string, { readonly weak: Float64Array; readonly strong: Float64Array }>();
  for (const finding of network.knowledge.findings) {
    const answer = finding.id === without ? undefined : knownState(answers, finding.id);
    if (answer === undefined) continue;
    const state = finding.states.findIndex((one) => one.id === answer);
    const table = network.likelihoods.get(finding.id);
    if (state < 0 || !table) continue;
    if (table.group === undefined) {
      multiply(weights, table.weak, table.states, state);
      rescale(weights);
    } else {
      const half = halves.get(table.group) ?? ones(weights.length);
      halves.set(table.group, half);
      multiply(half.weak, table.weak, table.states, state);
      multiply(half.strong, table.strong, table.states, state);
    }
  }
  const strength = new Map<string, Float64Array>();
  for (const [group, { weak, strong }] of halves) {
    const share = new Float64Array(weights.length);
    for (let row = 0; row < weights.length; row++) {
      const both = (weak[row] ?? 0) + (strong[row] ?? 0);
      share[row] = both > 0 ? (strong[row] ?? 0) / both : 0.5;
      weights[row] = ((weights[row] ?? 0) * both) / 2;
    }
    strength.set(group, share);
    rescale(weights);
  }
  const total = sum(weights);
  return { posterior: weights.map((weight) => weight / total), strength };
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

function ones(length: number): { readonly weak: Float64Array; readonly strong: Float64Array } {
  return { weak: new Float64Array(length).fill(1), strong: new Float64Array(length).fill(1) };
}

function multiply(weights: Float64Array, table: Float64Array, states: number, state: number): void {
  for (let row = 0; row < weights.length; row++) {
    weights[row] = (weights[row] ?? 0) * (table[row * states + state] ?? 0);
  }
}

/** Keeps long products above underflow. A power of two is exact, so the result does not depend on when it happens. */
function rescale(weights: Float64Array): void {
  let largest = 0;
  for (const weight of weights) if (weight > largest) largest = weight;
  if (largest >= 2 ** -300 || largest === 0) return;
  for (let row = 0; row < weights.length; row++) weights[row] = (weights[row] ?? 0) * 2 ** 300;
}

/** Probability that each condition is present, alone or with another; in the order of `knowledge.conditions`. */
export function conditionProbabilities(network: Network, posterior: Float64Array): Float64Array {
  const probabilities = new Float64Array(network.knowledge.conditions.length);
  network.hypotheses.forEach((hypothesis, row) => {
    for (const condition of hypothesis.conditions) {
      probabilities[condition] = (probabilities[condition] ?? 0) + (posterior[row] ?? 0);
    }
  });
  return probabilities.map((p) => Math.min(1, p));
}

/** Sum in a fixed order. */
export function sum(values: Float64Array): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index] ?? 0;
  return total;
}
