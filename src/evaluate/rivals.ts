// Other ways to choose the next question, to compare with: `scripts/compare-questions.ts` runs them, docs/method.md
// shows what came out. All of them ask the safety questions; they differ in which other question comes next, and stop
// when one level holds nine tenths (the plain rule) unless the caller sets a limit.

import {
  beliefOf,
  chancesOf,
  jointOf,
  type Moment,
  momentOf,
  type QuestionValue,
  type Rule,
  triageOf,
  valuesOf,
  withSuspicion,
} from '../assess/index.ts';
import type { Finding } from '../knowledge/index.ts';
import type { FindingId } from '../vocabulary/index.ts';
import { TRIAGE_LEVELS } from '../vocabulary/index.ts';

/** Orders the questions by a figure, highest first. */
export function by(figure: (value: QuestionValue, moment: Moment) => number, stop = PLAIN_STOP): Rule {
  return {
    rank: (moment, findings) => sorted(valuesOf(moment, findings), (value) => figure(value, moment)),
    isWorthAsking: stop,
  };
}

function sorted(values: readonly QuestionValue[], figure: (value: QuestionValue) => number) {
  return values
    .map((value) => ({ value, rank: figure(value) }))
    .sort((a, b) => b.rank - a.rank || (a.value.finding.id < b.value.finding.id ? -1 : 1))
    .map(({ value }) => value);
}

/** Goes on until one level holds this share of the probability: the usual rule of adaptive tests. */
export const PLAIN_STOP: Rule['isWorthAsking'] = ({ triage }) => {
  const levels = TRIAGE_LEVELS.map((level, index) => {
    const sooner = TRIAGE_LEVELS[index - 1];
    return triage.atLeast[level] - (sooner ? triage.atLeast[sooner] : 0);
  });
  return Math.max(...levels) < 0.9;
};

/** Never stops before the limit. */
export const ALWAYS: Rule['isWorthAsking'] = () => true;

/** Asks in one order for everybody. */
export function inOrder(order: readonly FindingId[], stop = PLAIN_STOP): Rule {
  const place = new Map(order.map((id, index) => [id, index]));
  return by(({ finding }) => -(place.get(finding.id) ?? order.length), stop);
}

/**
 * EC² (Golovin, Krause and Ray 2010): the weight of the pairs of outcomes in different action classes that the answer is
 * expected to cut. For classes with masses m the weight of all pairs is (Σm)² − Σm².
 */
export function edgesCut(moment: Moment, { finding }: QuestionValue): number {
  const { states, byLevel } = jointOf(moment.network, moment.belief, moment.live, finding);
  const pairs = (masses: readonly number[]) => {
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    return total * total - masses.reduce((sum, mass) => sum + mass * mass, 0);
  };
  const column = (state: number) => TRIAGE_LEVELS.map((_, level) => byLevel[level * states + state] ?? 0);
  const before = pairs(
    TRIAGE_LEVELS.map((_, level) =>
      Array.from({ length: states }, (__, state) => byLevel[level * states + state] ?? 0).reduce(
        (a, b) => a + b,
        0,
      ),
    ),
  );
  let after = 0;
  for (let state = 0; state < states; state++) {
    const masses = column(state);
    const chance = masses.reduce((sum, mass) => sum + mass, 0);
    if (chance > 0) after += pairs(masses) / chance;
  }
  return before - after;
}

export type RivalName = 'information' | 'information-a-second' | 'action' | 'action-a-second' | 'edges-cut';

/** The rivals that need no preparation, each with its stop rule. */
export function rivals(stop = PLAIN_STOP): Readonly<Record<RivalName, Rule>> {
  return {
    information: by(({ valueBits }) => valueBits, stop),
    'information-a-second': by(({ valueBits, finding }) => valueBits / finding.effort, stop),
    action: by(({ actionBits }) => actionBits, stop),
    'action-a-second': by(({ actionBits, finding }) => actionBits / finding.effort, stop),
    'edges-cut': by((value, moment) => edgesCut(moment, value), stop),
  };
}

/** Looks two questions ahead among the best `most`: what both together are worth, for the seconds of both. */
export function twoSteps(stop = PLAIN_STOP, most = 8): Rule {
  return {
    rank: (moment, findings) => {
      const first = sorted(valuesOf(moment, findings), ({ worth }) => worth);
      const ahead = new Map(
        first.slice(0, most).map((value) => [value, worthOfTwo(moment, value, findings)]),
      );
      return sorted(first, (value) => ahead.get(value) ?? -1 / value.worth);
    },
    isWorthAsking: stop,
  };
}

function worthOfTwo(moment: Moment, value: QuestionValue, findings: readonly Finding[]): number {
  const { network, answers, belief, live } = moment;
  const { finding } = value;
  const chances = chancesOf(jointOf(network, belief, live, finding));
  const others = findings.filter((one) => one !== finding);
  let worth = value.worth * finding.effort;
  let seconds = finding.effort;
  finding.states.forEach(({ id }, state) => {
    const chance = chances[state] ?? 0;
    if (chance <= 0 || others.length === 0) return;
    const then = { ...answers, [finding.id]: id };
    const after = withSuspicion(network, then, beliefOf(network, then));
    const next = momentOf(network, then, after, triageOf(network, then, after.posterior));
    const best = valuesOf(next, others).reduce((top, one) => (one.worth > top.worth ? one : top));
    worth += chance * best.worth * best.finding.effort;
    seconds += chance * best.finding.effort;
  });
  return worth / seconds;
}
