// How far the numbers themselves can be trusted. Every likelihood is as good as the people behind it; a hundred knowledge
// bases that the sources would not contradict are drawn (beta distributions with the effective sample size of each
// likelihood, a log-normal for each prior), and the range of their answers is shown. Seeds are fixed per number, so the
// same answers give the same ranges on every machine, in whatever order they came.
// Two causes at once change with both of their presentations; that the stronger one hides the weaker is neglected here.

import type { Basis, Likelihood } from '../knowledge/index.ts';
import { beta, normal, quantile, randomFrom } from '../probability/index.ts';
import {
  type Answers,
  type Certainty,
  knownState,
  TRIAGE_LEVELS,
  type TriageLevel,
} from '../vocabulary/index.ts';
import type { Network } from './network.ts';
import { type Belief, conditionProbabilities } from './posterior.ts';
import { demandedLevel, needOf } from './triage.ts';

export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface Uncertainty {
  /** 80 % range of each condition's probability, in the order of `knowledge.conditions`. */
  readonly ranges: readonly Range[];
  /** Share of the draws in which the probabilities ask for each level. */
  readonly levels: Readonly<Record<TriageLevel, number>>;
}

const DRAWS = 100;

/** People behind a likelihood that does not state them, and the most that any is trusted for outside its study. */
const SAMPLE_SIZE: Readonly<Record<Certainty, number>> = {
  published: 30,
  derived: 20,
  unverified: 12,
  estimate: 10,
};
const MOST_TRUSTED = 60;

/** Spread of a prior in natural logarithms: 0.5 means that it may well be 1.6 times too high or too low. */
const PRIOR_SPREAD: Readonly<Record<Certainty, number>> = {
  published: 0.2,
  derived: 0.3,
  unverified: 0.5,
  estimate: 0.5,
};

/** Works out the ranges for the answers given. */
export function uncertaintyOf(network: Network, answers: Answers, { posterior }: Belief): Uncertainty {
  const { presentations, conditions } = network.knowledge;
  const factors = presentations.map(() => new Float64Array(DRAWS).fill(1));
  const scale = (index: number, draw: number, by: number) => {
    const row = factors[index];
    if (row) row[draw] = (row[draw] ?? 1) * by;
  };

  conditions.forEach((condition, at) => {
    const random = randomFrom(0x5eed0000 + at);
    const spread = PRIOR_SPREAD[condition.priorBasis.certainty];
    for (let draw = 0; draw < DRAWS; draw++) {
      const by = Math.exp(spread * normal(random));
      presentations.forEach((one, index) => one.condition === at && scale(index, draw, by));
    }
  });
  network.knowledge.findings.forEach((finding, at) => {
    const state = finding.states.findIndex((one) => one.id === knownState(answers, finding.id));
    if (state < 0) return;
    presentations.forEach((presentation, index) => {
      const likelihood = presentation.likelihoods[finding.id];
      const p = likelihood?.p[state] ?? 0;
      if (!likelihood || p <= 0 || p >= 1) return;
      const random = randomFrom(at * 4099 + index);
      const n = sampleSize(likelihood);
      const floor = finding.misreport / finding.states.length;
      for (let draw = 0; draw < DRAWS; draw++) {
        const other = beta(n * p, n * (1 - p), random);
        scale(index, draw, ((1 - finding.misreport) * other + floor) / ((1 - finding.misreport) * p + floor));
      }
    });
  });
  return summarise(network, posterior, factors);
}

function sampleSize({ n, basis }: Likelihood & { readonly basis: Basis }): number {
  return Math.min(MOST_TRUSTED, n ?? SAMPLE_SIZE[basis.certainty]);
}

function summarise(network: Network, posterior: Float64Array, factors: readonly Float64Array[]): Uncertainty {
  const drawn = network.knowledge.conditions.map((): number[] => []);
  const levels: Record<TriageLevel, number> = {
    emergency: 0,
    'same-day': 0,
    'within-days': 0,
    routine: 0,
    'self-care': 0,
  };
  const weights = new Float64Array(posterior.length);
  for (let draw = 0; draw < DRAWS; draw++) {
    let total = 0;
    network.hypotheses.forEach(({ presentations: present }, row) => {
      let weight = posterior[row] ?? 0;
      for (const index of present) weight *= factors[index]?.[draw] ?? 1;
      weights[row] = weight;
      total += weight;
    });
    for (let row = 0; row < weights.length; row++) weights[row] = (weights[row] ?? 0) / total;
    conditionProbabilities(network, weights).forEach((p, condition) => drawn[condition]?.push(p));
    levels[demandedLevel(network, needOf(network, weights))] += 1 / DRAWS;
  }
  return {
    ranges: drawn.map((values) => ({ low: quantile(values, 0.1), high: quantile(values, 0.9) })),
    levels: Object.fromEntries(TRIAGE_LEVELS.map((level) => [level, levels[level]])) as Record<
      TriageLevel,
      number
    >,
  };
}
