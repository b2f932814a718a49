// The hot path of the interview: for a question, how likely is each of its answers together with each outcome (which
// conditions, how urgent)? Everything that a question can be worth is worked out from this table. Only hypotheses that
// still matter are visited, and nothing is looked up by name inside the loops.

import type { Finding } from '../knowledge/index.ts';
import { entropyOf } from '../probability/index.ts';
import { TRIAGE_LEVELS } from '../vocabulary/index.ts';
import type { LikelihoodTable, Network } from './network.ts';
import type { Belief } from './posterior.ts';

/** P(outcome and answer), at `class * states + answer`; the sum is 1 within what was left out as negligible. */
export interface Joint {
  readonly finding: Finding;
  readonly states: number;
  readonly byOutcome: Float64Array;
  /** The same by level needed, in the order of TRIAGE_LEVELS. */
  readonly byLevel: Float64Array;
}

/** The hypotheses that still matter, gathered once a step and used for every question. */
export interface Live {
  readonly rows: Int32Array;
  readonly weights: Float64Array;
  /** Index of each row's outcome among those that still matter. */
  readonly outcome: Int32Array;
  readonly outcomes: number;
  /** Level of each outcome. */
  readonly levelOf: Uint8Array;
  /** Entropy of the outcomes; bits. */
  readonly entropy: number;
}

/** Hypotheses below this cannot change which question is best: together they hold less than a ten-thousandth. */
const NEGLIGIBLE = 1e-8;

/** Gathers the hypotheses that still matter. */
export function liveOf(network: Network, { posterior }: Belief): Live {
  const rows = new Int32Array(posterior.length);
  const weights = new Float64Array(posterior.length);
  const outcome = new Int32Array(posterior.length);
  const dense = new Int32Array(network.outcomes).fill(-1);
  const levelOf = new Uint8Array(network.outcomes);
  const mass = new Float64Array(network.outcomes);
  let [size, outcomes] = [0, 0];
  for (let row = 0; row < posterior.length; row++) {
    const weight = posterior[row] ?? 0;
    if (weight < NEGLIGIBLE) continue;
    const own = network.outcomeOf[row] ?? 0;
    if ((dense[own] ?? -1) < 0) {
      levelOf[outcomes] = network.levelOf[row] ?? 0;
      dense[own] = outcomes++;
    }
    const at = dense[own] ?? 0;
    mass[at] = (mass[at] ?? 0) + weight;
    rows[size] = row;
    weights[size] = weight;
    outcome[size++] = at;
  }
  return {
    rows: rows.subarray(0, size),
    weights: weights.subarray(0, size),
    outcome: outcome.subarray(0, size),
    outcomes,
    levelOf: levelOf.subarray(0, outcomes),
    entropy: entropyOf(mass.subarray(0, outcomes)),
  };
}

/** The joint table of one question. */
export function jointOf(network: Network, belief: Belief, live: Live, finding: Finding): Joint {
  const table = network.likelihoods.get(finding.id);
  const states = finding.states.length;
  const byOutcome = new Float64Array(live.outcomes * states);
  const byLevel = new Float64Array(TRIAGE_LEVELS.length * states);
  if (!table) return { finding, states, byOutcome, byLevel };
  if (table.group === undefined) addPlain(live, table, byOutcome);
  else addMixed(live, table, belief.strength.get(table.group), byOutcome);
  const { levelOf } = live;
  for (let at = 0; at < live.outcomes; at++) {
    const to = (levelOf[at] ?? 0) * states;
    for (let state = 0; state < states; state++)
      byLevel[to + state] = (byLevel[to + state] ?? 0) + (byOutcome[at * states + state] ?? 0);
  }
  return { finding, states, byOutcome, byLevel };
}

function addPlain({ rows, weights, outcome }: Live, { weak, states }: LikelihoodTable, to: Float64Array) {
  for (let index = 0; index < rows.length; index++) {
    const weight = weights[index] ?? 0;
    let from = (rows[index] ?? 0) * states;
    let at = (outcome[index] ?? 0) * states;
    for (const end = at + states; at < end; at++, from++) to[at] = (to[at] ?? 0) + weight * (weak[from] ?? 0);
  }
}

/** The same for a finding of a group, whose half of the cases the other answers of the group make likelier: `share`, by hypothesis. */
function addMixed(
  { rows, weights, outcome }: Live,
  { weak, strong, states }: LikelihoodTable,
  share: Float64Array | undefined,
  to: Float64Array,
) {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const inStrong = (weights[index] ?? 0) * (share?.[row] ?? 0.5);
    const inWeak = (weights[index] ?? 0) - inStrong;
    let from = row * states;
    let at = (outcome[index] ?? 0) * states;
    for (const end = at + states; at < end; at++, from++)
      to[at] = (to[at] ?? 0) + inWeak * (weak[from] ?? 0) + inStrong * (strong[from] ?? 0);
  }
}

/** What the answer is expected to tell about the outcome; bits. */
export function outcomeBits({ entropy }: Live, joint: Joint): number {
  return Math.max(0, entropy + entropyOf(chancesOf(joint)) - entropyOf(joint.byOutcome));
}

/** P(answer) of each state. */
export function chancesOf({ byLevel, states }: Joint): Float64Array {
  const chances = new Float64Array(states);
  for (let at = 0; at < byLevel.length; at++)
    chances[at % states] = (chances[at % states] ?? 0) + (byLevel[at] ?? 0);
  return chances;
}

/** H(class) + H(answer) − H(class, answer), in bits, of a table at `class * states + answer`. */
export function informationBits(joint: Float64Array, states: number): number {
  const ofClass = new Float64Array(joint.length / states);
  const ofAnswer = new Float64Array(states);
  for (let own = 0, at = 0; own < ofClass.length; own++) {
    for (let state = 0; state < states; state++, at++) {
      const p = joint[at] ?? 0;
      ofClass[own] = (ofClass[own] ?? 0) + p;
      ofAnswer[state] = (ofAnswer[state] ?? 0) + p;
    }
  }
  return Math.max(0, entropyOf(ofClass) + entropyOf(ofAnswer) - entropyOf(joint));
}
