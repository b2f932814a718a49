// Why a condition stands where it stands. The weight of an answer is what it changes: the log odds of the condition
// with all answers minus the log odds with all but this one (bits). Taken together with everything else that was said,
// so that an answer which another one makes superfluous weighs little.

import type { Basis, Finding, Presentation, State } from '../knowledge/index.ts';
import { logOddsBits } from '../probability/index.ts';
import { type Answers, knownState } from '../vocabulary/index.ts';
import type { Network } from './network.ts';
import { questionValues } from './next-step.ts';
import { type Belief, beliefOf, conditionProbabilities, predictive } from './posterior.ts';
import type { Triage } from './triage.ts';

export interface Evidence {
  readonly finding: Finding;
  readonly state: State;
  /** Positive speaks for the condition, negative against it; bits. */
  readonly weightBits: number;
  /** Where the numbers come from: of the condition, else of the background. */
  readonly basis: Basis;
}

export interface Explanation {
  readonly for: readonly Evidence[];
  readonly against: readonly Evidence[];
}

/** Below this an answer is not worth a line; 0.15 bits moves 50 % to 53 %. */
const MENTION_BITS = 0.15;

/** Explains several conditions at once (indices into `knowledge.conditions`): the costly part is shared. */
export function explain(
  network: Network,
  answers: Answers,
  posterior: Float64Array,
  conditions: readonly number[],
): readonly Explanation[] {
  const full = conditionProbabilities(network, posterior);
  const known = network.knowledge.findings.flatMap((finding) => {
    const state = finding.states.find((one) => one.id === knownState(answers, finding.id));
    if (!state) return [];
    const without = conditionProbabilities(network, beliefOf(network, answers, finding.id).posterior);
    return [{ finding, state, without }];
  });
  return conditions.map((condition) => {
    const evidence = known
      .map(
        ({ finding, state, without }): Evidence => ({
          finding,
          state,
          weightBits: logOddsBits(full[condition] ?? 0) - logOddsBits(without[condition] ?? 0),
          basis: basisOf(network, condition, finding),
        }),
      )
      .filter(({ weightBits }) => Number.isFinite(weightBits) && Math.abs(weightBits) >= MENTION_BITS)
      .sort((a, b) => Math.abs(b.weightBits) - Math.abs(a.weightBits));
    return {
      for: evidence.filter(({ weightBits }) => weightBits > 0),
      against: evidence.filter(({ weightBits }) => weightBits < 0),
    };
  });
}

/** The likelihood of the condition's commonest presentation that has one for this finding, else the background. */
function basisOf(network: Network, condition: number, finding: Finding): Basis {
  const likelihood = network.knowledge.presentations
    .filter((one): one is Presentation => one.condition === condition)
    .map((one) => one.likelihoods[finding.id])
    .find((one) => one !== undefined);
  return likelihood?.basis ?? finding.backgroundBasis;
}

export interface Pivot {
  readonly finding: Finding;
  readonly state: State;
  /** Leading condition if the runner gave this answer (index into `knowledge.conditions`). */
  readonly leads: number;
  /** Its probability then. */
  readonly probability: number;
  /** Largest change of any condition's probability. */
  readonly change: number;
}

/** The single answer not yet given that would change the probabilities most, weighed by how likely it is. */
export function pivotOf(
  network: Network,
  answers: Answers,
  belief: Belief,
  triage: Triage,
): Pivot | undefined {
  const { posterior } = belief;
  const now = conditionProbabilities(network, posterior);
  let best: (Pivot & { readonly worth: number }) | undefined;
  for (const { finding } of questionValues(network, answers, belief, triage)) {
    const table = network.likelihoods.get(finding.id);
    if (!table) continue;
    const chances = predictive(belief, table);
    finding.states.forEach((state, index) => {
      let chance = 0;
      const joint = posterior.map((p, row) => {
        const part = p * (chances[row * table.states + index] ?? 0);
        chance += part;
        return part;
      });
      if (chance <= 0) return;
      const then = conditionProbabilities(
        network,
        joint.map((part) => part / chance),
      );
      const change = Math.max(...then.map((p, condition) => Math.abs(p - (now[condition] ?? 0))));
      const leads = then.indexOf(Math.max(...then));
      const worth = change * Math.sqrt(chance);
      if (!best || worth > best.worth) {
        best = { finding, state, leads, probability: then[leads] ?? 0, change, worth };
      }
    });
  }
  return best;
}
