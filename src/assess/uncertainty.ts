// How far the numbers themselves can be trusted. Every likelihood is as good as the people behind it; two hundred
// knowledge bases that the sources would not contradict are drawn (beta distributions with the effective sample size of each
// likelihood, a log-normal for each prior), and the range of their answers is shown. Seeds are fixed, so the same answers give
// the same ranges in whatever order they came. Likelihoods of the same size and sample share one list of draws, each goes
// through it in an order of its own: drawing afresh for every link would take most of the time and tell nothing more.
// Two causes at once change with both of their presentations; that the stronger one hides the weaker is neglected here.

import type { Basis, Likelihood } from '../knowledge/index.ts';
import { beta, normal, randomFrom } from '../probability/index.ts';
import {
  type Answers,
  type Certainty,
  knownState,
  TRIAGE_LEVELS,
  type TriageLevel,
} from '../vocabulary/index.ts';
import type { Network } from './network.ts';
import type { Belief } from './posterior.ts';
import { demandedLevel } from './triage.ts';

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

const DRAWS = 200;

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
  const { presentations, conditions, findings } = network.knowledge;
  // By presentation and draw: how many times as likely it is in that draw, with what was answered.
  const factors = new Float64Array(presentations.length * DRAWS);
  const priors = conditions.map(({ priorBasis }, at) => {
    const random = randomFrom(0x5eed0000 + at);
    const spread = PRIOR_SPREAD[priorBasis.certainty];
    return Float64Array.from({ length: DRAWS }, () => Math.exp(spread * normal(random)));
  });
  presentations.forEach(({ condition }, index) => {
    factors.set(priors[condition] ?? new Float64Array(DRAWS).fill(1), index * DRAWS);
  });
  findings.forEach((finding, at) => {
    const answer = knownState(answers, finding.id);
    const state = answer === undefined ? -1 : finding.states.findIndex((one) => one.id === answer);
    if (state < 0) return;
    const told = 1 - finding.misreport;
    const floor = finding.misreport / finding.states.length;
    presentations.forEach((presentation, index) => {
      const likelihood = presentation.likelihoods[finding.id];
      const p = likelihood?.p[state] ?? 0;
      if (!likelihood || p <= 0 || p >= 1) return;
      const others = drawsOf(p, sampleSize(likelihood));
      const scale = 1 / (told * p + floor);
      const step = STEPS[(at * 31 + index * 17) % STEPS.length] ?? 1;
      let from = (at * 97 + index * 61) % DRAWS;
      for (let draw = index * DRAWS; draw < (index + 1) * DRAWS; draw++) {
        factors[draw] = (factors[draw] ?? 1) * (told * (others[from] ?? p) + floor) * scale;
        from += step;
        if (from >= DRAWS) from -= DRAWS;
      }
    });
  });
  return summarise(network, posterior, factors);
}

/** Steps without a common divisor with DRAWS: going round by one of them visits every draw once. */
const STEPS: readonly number[] = Array.from({ length: DRAWS }, (_, step) => step).filter(
  (step) => step % 2 !== 0 && step % 5 !== 0,
);

const drawn = new Map<string, Float64Array>();

/** Proportions that a sample of this size with this mean would not contradict; the same for the same two numbers. */
function drawsOf(p: number, n: number): Float64Array {
  const key = `${p} ${n}`;
  const known = drawn.get(key);
  if (known) return known;
  const random = randomFrom(Math.floor(p * 1e9) ^ Math.imul(Math.floor(n * 1000), 0x9e3779b1));
  const draws = Float64Array.from({ length: DRAWS }, () => beta(n * p, n * (1 - p), random));
  drawn.set(key, draws);
  return draws;
}

function sampleSize({ n, basis }: Likelihood & { readonly basis: Basis }): number {
  return Math.min(MOST_TRUSTED, n ?? SAMPLE_SIZE[basis.certainty]);
}

function summarise(network: Network, posterior: Float64Array, factors: Float64Array): Uncertainty {
  const { hypotheses, levelOf, knowledge } = network;
  const live: number[] = [];
  posterior.forEach((p, row) => p >= NEGLIGIBLE && live.push(row));
  const count = knowledge.conditions.length;
  const present = live.map((row) => hypotheses[row]?.presentations ?? []);
  const sums = new Float64Array(count);
  const ranges = Array.from({ length: count }, () => new Float64Array(DRAWS));
  const exactly = new Float64Array(TRIAGE_LEVELS.length);
  const levels: Record<TriageLevel, number> = {
    emergency: 0,
    'same-day': 0,
    'within-days': 0,
    routine: 0,
    'self-care': 0,
  };
  for (let draw = 0; draw < DRAWS; draw++) {
    let total = 0;
    sums.fill(0);
    exactly.fill(0);
    for (let at = 0; at < live.length; at++) {
      const row = live[at] ?? 0;
      let weight = posterior[row] ?? 0;
      for (const index of present[at] ?? []) weight *= factors[index * DRAWS + draw] ?? 1;
      total += weight;
      const level = levelOf[row] ?? 0;
      exactly[level] = (exactly[level] ?? 0) + weight;
      for (const condition of hypotheses[row]?.conditions ?? [])
        sums[condition] = (sums[condition] ?? 0) + weight;
    }
    sums.forEach((weight, condition) => {
      const range = ranges[condition];
      if (range) range[draw] = Math.min(1, weight / total);
    });
    levels[demandedLevel(network, needFrom(exactly, total))] += 1;
  }
  for (const level of TRIAGE_LEVELS) levels[level] /= DRAWS;
  return {
    ranges: ranges.map((values) => {
      values.sort();
      return { low: values[LOW] ?? 0, high: values[HIGH] ?? 1 };
    }),
    levels,
  };
}

/** Hypotheses below this are left out of the draws: together they hold less than a hundred-thousandth. */
const NEGLIGIBLE = 1e-9;

/** Places of the 10 % and 90 % quantiles among the sorted draws, by nearest rank. */
const LOW = Math.ceil(0.1 * DRAWS) - 1;
const HIGH = Math.ceil(0.9 * DRAWS) - 1;

/** P(at least this level is needed), from the weight of each level alone. */
function needFrom(exactly: Float64Array, total: number): Record<TriageLevel, number> {
  let sum = 0;
  return Object.fromEntries(
    TRIAGE_LEVELS.map((level, index) => {
      sum += exactly[index] ?? 0;
      return [level, sum / total];
    }),
  ) as Record<TriageLevel, number>;
}
