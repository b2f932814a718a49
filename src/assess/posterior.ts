// From answers to probabilities: exact, by multiplying likelihoods in the fixed order of the findings, so that the
// result does not depend on the order in which a runner answered.

import { type Answers, type FindingId, knownState } from '../vocabulary/index.ts';
import type { Network } from './network.ts';

/**
 * Posterior of every hypothesis given the answers; sums to 1. `unsure` and unasked findings add no factor.
 * Answers to findings or states that the knowledge does not have are refused by `checkAnswers`, before this.
 * @param without leave this finding's answer out, as if it had not been asked
 */
export function posteriorOf(network: Network, answers: Answers, without?: FindingId): Float64Array {
  const weights = Float64Array.from(network.priors);
  for (const finding of network.knowledge.findings) {
    const answer = finding.id === without ? undefined : knownState(answers, finding.id);
    if (answer === undefined) continue;
    const state = finding.states.findIndex((one) => one.id === answer);
    const table = network.likelihoods.get(finding.id);
    if (state < 0 || !table) continue;
    const states = finding.states.length;
    let largest = 0;
    for (let row = 0; row < weights.length; row++) {
      const weight = (weights[row] ?? 0) * (table[row * states + state] ?? 0);
      weights[row] = weight;
      if (weight > largest) largest = weight;
    }
    // Scaling by a power of two is exact, so it cannot make the result depend on how many answers there are.
    if (largest > 0 && largest < 2 ** -200)
      for (let row = 0; row < weights.length; row++) weights[row] = (weights[row] ?? 0) * 2 ** 200;
  }
  const total = sum(weights);
  return weights.map((weight) => weight / total);
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
