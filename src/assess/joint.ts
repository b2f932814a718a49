// The hot path of the interview: for a question, how likely is each of its answers together with each outcome (which
// conditions, how urgent)? Everything that a question can be worth is worked out from this table. Only hypotheses that
// still matter are visited, and nothing is looked up by name inside the loops.

import type { Finding } from '../knowledge/index.ts';
import { TRIAGE_LEVELS } from '../vocabulary/index.ts';
import type { Network } from './network.ts';
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
}

/** Hypotheses below this cannot change which question is best: together they hold less than a ten-thousandth. */
const NEGLIGIBLE = 1e-8;

/** Gathers the hypotheses that still matter. */
export function liveOf(network: Network, { posterior }: Belief): Live {
  const rows: number[] = [];
  for (let row = 0; row < posterior.length; row++) if ((posterior[row] ?? 0) >= NEGLIGIBLE) rows.push(row);
  const dense = new Int32Array(network.outcomes).fill(-1);
  const levels: number[] = [];
  const outcome = Int32Array.from(rows, (row) => {
    const at = network.outcomeOf[row] ?? 0;
    if ((dense[at] ?? -1) < 0) dense[at] = levels.push(network.levelOf[row] ?? 0) - 1;
    return dense[at] ?? 0;
  });
  return {
    rows: Int32Array.from(rows),
    weights: Float64Array.from(rows, (row) => posterior[row] ?? 0),
    outcome,
    outcomes: levels.length,
    levelOf: Uint8Array.from(levels),
  };
}

/** The joint table of one question. */
export function jointOf(network: Network, belief: Belief, live: Live, finding: Finding): Joint {
  const table = network.likelihoods.get(finding.id);
  const states = finding.states.length;
  const byOutcome = new Float64Array(live.outcomes * states);
  const byLevel = new Float64Array(TRIAGE_LEVELS.length * states);
  if (!table) return { finding, states, byOutcome, byLevel };
  const { rows, weights, outcome, levelOf } = live;
  const { weak, strong, group } = table;
  const share = group === undefined ? undefined : belief.strength.get(group);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const from = row * states;
    const to = (outcome[index] ?? 0) * states;
    const weight = weights[index] ?? 0;
    const s = group === undefined ? 0 : (share?.[row] ?? 0.5);
    for (let state = 0; state < states; state++) {
      const p = s === 0 ? (weak[from + state] ?? 0) : mixed(weak, strong, from + state, s);
      byOutcome[to + state] = (byOutcome[to + state] ?? 0) + weight * p;
    }
  }
  for (let at = 0; at < live.outcomes; at++) {
    const to = (levelOf[at] ?? 0) * states;
    for (let state = 0; state < states; state++)
      byLevel[to + state] = (byLevel[to + state] ?? 0) + (byOutcome[at * states + state] ?? 0);
  }
  return { finding, states, byOutcome, byLevel };
}

function mixed(weak: Float64Array, strong: Float64Array, at: number, share: number): number {
  return (1 - share) * (weak[at] ?? 0) + share * (strong[at] ?? 0);
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
  const answer = new Float64Array(states);
  let bits = 0;
  for (let at = 0; at < joint.length; at += states) {
    let marginal = 0;
    for (let state = 0; state < states; state++) {
      const p = joint[at + state] ?? 0;
      if (p <= 0) continue;
      marginal += p;
      answer[state] = (answer[state] ?? 0) + p;
      bits += p * Math.log2(p);
    }
    if (marginal > 0) bits -= marginal * Math.log2(marginal);
  }
  for (const p of answer) if (p > 0) bits -= p * Math.log2(p);
  return Math.max(0, bits);
}
