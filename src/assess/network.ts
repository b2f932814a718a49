// The knowledge laid out for arithmetic. A hypothesis is the set of presentations that are present: one, or two of
// different conditions. Its prior is the product of the prior odds, times a weight for having two at once (in the
// model file) and the authors' factor for pairs that go together or exclude each other. Bounding the set at two makes
// inference exact by plain enumeration: all terms positive, no approximation, nothing that depends on order.
// Findings that travel together share a latent half: the case is marked weakly or strongly, and given that and the
// hypothesis the findings are independent. Summing over the two halves is exact and costs twice the multiplications.
// Limits: three causes at once are not represented; dependence beyond presentations and groups is not either.

import type { Finding, KnowledgeBase, Model, Presentation } from '../knowledge/index.ts';
import {
  either,
  type Halves,
  halvesOf,
  oddsOf,
  product,
  strongest,
  throughChannel,
} from '../probability/index.ts';
import { type FindingId, mostUrgent, TRIAGE_LEVELS } from '../vocabulary/index.ts';

export interface Hypothesis {
  /** Indices into `knowledge.presentations`: one or two. */
  readonly presentations: readonly number[];
  /** Indices into `knowledge.conditions`, ascending. */
  readonly conditions: readonly number[];
}

export interface Network {
  readonly knowledge: KnowledgeBase;
  readonly hypotheses: readonly Hypothesis[];
  /** Normalised prior of each hypothesis. */
  readonly priors: Float64Array;
  /** Number of different outcomes (set of conditions × triage level): what a question should tell apart. */
  readonly outcomes: number;
  /** Outcome of each hypothesis. */
  readonly outcomeOf: Uint16Array;
  /** How urgent each hypothesis is: an index into TRIAGE_LEVELS. */
  readonly levelOf: Uint8Array;
  readonly likelihoods: ReadonlyMap<FindingId, LikelihoodTable>;
}

/**
 * P(reported state | hypothesis), at `hypothesis * states + state`. A finding of a group has two tables, for weakly and
 * for strongly marked cases; others have the same table twice.
 */
export interface LikelihoodTable {
  readonly states: number;
  readonly group: string | undefined;
  readonly weak: Float64Array;
  readonly strong: Float64Array;
}

/**
 * Two causes at once with a prior below this (relative to one cause) are left out: together fewer than one runner in a
 * thousand. A statement of the model, the same for everybody, not a shortcut that depends on the answers.
 */
const LEAST_PAIR = 1e-6;

const networks = new WeakMap<KnowledgeBase, Network>();

/** Lays the knowledge out once; the same knowledge gives the same network. */
export function networkOf(knowledge: KnowledgeBase): Network {
  const known = networks.get(knowledge);
  if (known) return known;
  const network = layOut(knowledge);
  networks.set(knowledge, network);
  return network;
}

function layOut(knowledge: KnowledgeBase): Network {
  const { presentations, conditions } = knowledge;
  const odds = presentations.map((one) => oddsOf(conditions[one.condition]?.prior ?? 0) * one.share);
  const together = new Map<string, number>();
  for (const { conditions: pair, times } of knowledge.pairings)
    together.set([...pair].sort().join(' '), times);

  const sets: { presentations: number[]; weight: number }[] = odds.map((weight, index) => ({
    presentations: [index],
    weight,
  }));
  const least = LEAST_PAIR * odds.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < presentations.length; i++) {
    for (let j = i + 1; j < presentations.length; j++) {
      const a = presentations[i]?.condition ?? -1;
      const b = presentations[j]?.condition ?? -1;
      if (a === b) continue;
      const pair = [conditions[a]?.id, conditions[b]?.id].sort().join(' ');
      const times = together.get(pair) ?? 1;
      const weight = knowledge.model.twoCauses.value * (odds[i] ?? 0) * (odds[j] ?? 0) * times;
      if (weight > least) sets.push({ presentations: [i, j], weight });
    }
  }

  const hypotheses = sets.map((set): Hypothesis => {
    const present = set.presentations.map((index) => presentations[index]?.condition ?? -1);
    return { presentations: set.presentations, conditions: present.sort((a, b) => a - b) };
  });
  const outcomeIndex = new Map<string, number>();
  const triages = hypotheses.map((one) =>
    one.presentations.map((index) => presentations[index]?.triage ?? 'self-care'),
  );
  const outcomeOf = Uint16Array.from(hypotheses, ({ conditions: present }, row) => {
    const key = [...present, ...(triages[row] ?? [])].join(' ');
    const outcome = outcomeIndex.get(key) ?? outcomeIndex.size;
    outcomeIndex.set(key, outcome);
    return outcome;
  });
  const total = sets.reduce((sum, set) => sum + set.weight, 0);
  return {
    knowledge,
    hypotheses,
    priors: Float64Array.from(sets, (set) => set.weight / total),
    outcomes: outcomeIndex.size,
    outcomeOf,
    levelOf: Uint8Array.from(triages, (levels) => TRIAGE_LEVELS.indexOf(mostUrgent(levels))),
    likelihoods: new Map(
      knowledge.findings.map((finding) => [
        finding.id,
        likelihoodTable(finding, knowledge.model.groups, hypotheses, presentations),
      ]),
    ),
  };
}

function likelihoodTable(
  finding: Finding,
  groups: Model['groups'],
  hypotheses: readonly Hypothesis[],
  presentations: readonly Presentation[],
): LikelihoodTable {
  const { background, misreport, group } = finding;
  const spread = group === undefined ? 0 : (groups[group]?.value ?? 0);
  const states = background.length;
  const weak = new Float64Array(hypotheses.length * states);
  const strong = spread === 0 ? weak : new Float64Array(hypotheses.length * states);
  const rowsOf = (first?: readonly number[], second?: readonly number[]): Halves => {
    // A cause that says nothing about the finding does not make it travel with the others either.
    const halves = halvesOf(shownBy(finding, first, second), first || second ? spread : 0);
    return { weak: throughChannel(halves.weak, misreport), strong: throughChannel(halves.strong, misreport) };
  };
  const silent = rowsOf();
  // Most pairs have at most one cause that speaks of the finding: its row is worked out once.
  const alone = presentations.map(({ likelihoods }) => {
    const own = likelihoods[finding.id];
    return own && { p: own.p, rows: rowsOf(own.p) };
  });
  hypotheses.forEach((hypothesis, row) => {
    const [first, second] = hypothesis.presentations.flatMap((index) => alone[index] ?? []);
    const rows = first && second ? rowsOf(first.p, second.p) : (first?.rows ?? silent);
    weak.set(rows.weak, row * states);
    if (strong !== weak) strong.set(rows.strong, row * states);
  });
  return { states, group: spread === 0 ? undefined : group, weak, strong };
}

/** What one or two causes show; a cause without a likelihood of its own adds nothing to the background. */
export function shownBy(
  finding: Finding,
  a: readonly number[] | undefined,
  b: readonly number[] | undefined,
): readonly number[] {
  const { background } = finding;
  if (!a || !b) return a ?? b ?? background;
  switch (finding.combines) {
    case 'strongest':
      return strongest([a, b], background);
    case 'either':
      return either([a, b]);
    case 'product':
      return product([a, b], background);
  }
}
