// How firmly a result stands: the smallest set of given answers that, had they been different, would have changed how urgent
// it is or which cause leads. One answer is tried in every way; two and three only among the answers that alone move the
// result most, so of those sizes the set shown is one that was found, not proved to be the only one.
// Left out are answers about who somebody is (age, medicines), and danger signs that were denied: that another danger sign
// would change everything goes without saying, and the page says when to get help anyway.

import { evaluate, type Finding, findingsIn, type State } from '../knowledge/index.ts';
import {
  type Answer,
  type Answers,
  type FindingId,
  isMoreUrgent,
  knownState,
  TRIAGE_LEVELS,
  type TriageLevel,
} from '../vocabulary/index.ts';
import type { Network } from './network.ts';
import { type Belief, beliefOf, conditionProbabilities, predictive } from './posterior.ts';
import { withSuspicion } from './suspicion.ts';
import { type Triage, triageOf } from './triage.ts';

/** One answer and what it would have to be instead. */
export interface OtherAnswer {
  readonly finding: Finding;
  readonly given: State;
  readonly instead: State;
}

export interface Sensitivity {
  /** Fewest other answers that change how urgent it is; undefined when no three were found that do. */
  readonly urgency: { readonly changes: readonly OtherAnswer[]; readonly becomes: TriageLevel } | undefined;
  /** Fewest other answers that put another condition first (index into `knowledge.conditions`). */
  readonly leader:
    | { readonly changes: readonly OtherAnswer[]; readonly becomes: number; readonly probability: number }
    | undefined;
}

/** Answers tried together in twos and threes, for each of the ways in which a result can move. */
const BEAM = 8;
const MOST = 3;

interface Tried {
  readonly changes: readonly OtherAnswer[];
  readonly level: TriageLevel;
  readonly leads: number;
  readonly probability: number;
  /** Probability of the condition that leads now. */
  readonly held: number;
  /** How near the probabilities are to asking for more than now, and to asking for as much as now; 1 is the threshold. */
  readonly up: number;
  readonly down: number;
  /** How likely such answers are against those given, as if each came alone. */
  readonly odds: number;
}

/** Works out what would have had to be answered for another result. */
export function sensitivityOf(
  network: Network,
  answers: Answers,
  belief: Belief,
  triage: Triage,
): Sensitivity {
  const now = conditionProbabilities(network, belief.posterior);
  const leads = now.indexOf(Math.max(...now));
  const trial: Record<FindingId, Answer> = { ...answers };
  const odds = new Map<OtherAnswer, number>();
  const attempt = (changes: readonly OtherAnswer[]): Tried => {
    for (const { finding, instead } of changes) trial[finding.id] = instead.id;
    const { posterior } = withSuspicion(network, trial, beliefOf(network, trial));
    const { level, atLeast } = triageOf(network, trial, posterior);
    for (const { finding, given } of changes) trial[finding.id] = given.id;
    const then = conditionProbabilities(network, posterior);
    const leader = then.indexOf(Math.max(...then));
    const near = (one: TriageLevel) => atLeast[one] / (network.knowledge.model.raise[one]?.value ?? Infinity);
    return {
      changes,
      level,
      leads: leader,
      probability: then[leader] ?? 0,
      held: then[leads] ?? 0,
      up: Math.max(0, ...TRIAGE_LEVELS.filter((one) => isMoreUrgent(one, triage.level)).map(near)),
      down: near(triage.level),
      odds: changes.reduce((product, change) => product * (odds.get(change) ?? 0), 1),
    };
  };

  const single = otherAnswers(network, answers, triage).map((change) => {
    odds.set(change, oddsOf(network, belief, change));
    return attempt([change]);
  });
  const nearest = (by: (tried: Tried) => number) =>
    [...single]
      .sort((a, b) => by(b) - by(a))
      .slice(0, BEAM)
      .flatMap(({ changes }) => changes);
  const find = (holds: (tried: Tried) => boolean, beams: () => readonly (readonly OtherAnswer[])[]) => {
    const likeliest = (tried: readonly Tried[]) =>
      tried.filter(holds).reduce<Tried | undefined>((a, b) => (a && a.odds >= b.odds ? a : b), undefined);
    const one = likeliest(single);
    if (one) return one;
    for (let size = 2; size <= MOST; size++) {
      const found = likeliest(
        beams()
          .flatMap((beam) => setsOf(beam, size))
          .map(attempt),
      );
      if (found) return found;
    }
    return undefined;
  };

  const urgency = find(
    ({ level }) => level !== triage.level,
    () => [nearest(({ up }) => up), nearest(({ down }) => -down)],
  );
  const leader = find(
    (tried) => tried.leads !== leads,
    () => [nearest(({ held }) => -held)],
  );
  return {
    urgency: urgency && { changes: urgency.changes, becomes: urgency.level },
    leader: leader && { changes: leader.changes, becomes: leader.leads, probability: leader.probability },
  };
}

/** Every single answer that can be thought of differently. */
function otherAnswers({ knowledge }: Network, answers: Answers, triage: Triage): readonly OtherAnswer[] {
  const fired = new Set(triage.fired.flatMap(({ when }) => findingsIn(when)));
  return knowledge.findings
    .filter(({ kind, id, asksWhen }) => {
      if (asksWhen && evaluate(asksWhen, answers) !== 'true') return false;
      return kind === 'red-flag' ? fired.has(id) : kind !== 'context';
    })
    .flatMap((finding) => {
      const given = finding.states.find(({ id }) => id === knownState(answers, finding.id));
      if (!given) return [];
      return finding.states
        .filter((state) => state !== given)
        .map((instead): OtherAnswer => ({ finding, given, instead }));
    });
}

/** How likely the other answer is against the one given, knowing the rest. */
function oddsOf(network: Network, belief: Belief, { finding, given, instead }: OtherAnswer): number {
  const table = network.likelihoods.get(finding.id);
  if (!table) return 0;
  const chances = predictive(belief, table);
  const from = finding.states.indexOf(given);
  const to = finding.states.indexOf(instead);
  let odds = 0;
  belief.posterior.forEach((p, row) => {
    const before = chances[row * table.states + from] ?? 0;
    if (p > 0 && before > 0) odds += (p * (chances[row * table.states + to] ?? 0)) / before;
  });
  return odds;
}

/** All sets of `size` answers to different questions. */
function setsOf(from: readonly OtherAnswer[], size: number): readonly (readonly OtherAnswer[])[] {
  if (size === 0) return [[]];
  return from.flatMap((first, index) =>
    setsOf(from.slice(index + 1), size - 1)
      .filter((rest) => rest.every(({ finding }) => finding !== first.finding))
      .map((rest) => [first, ...rest]),
  );
}
