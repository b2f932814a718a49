// The knowledge laid out for the engine. A hypothesis is the set of presentations that are present: one, or two or three of
// different conditions. Its prior is the product of the prior odds, times a weight for having several at once (in the model file)
// and the authors' factor for pairs that go together or exclude each other. The arithmetic is in src/inference; here ids become
// numbers, and numbers ids.

import {
  compileTables,
  membersOf,
  type NetworkSpec,
  rowsOf,
  Session,
  shownBy as shown,
} from '../inference/index.ts';
import type { Finding, KnowledgeBase } from '../knowledge/index.ts';
import { oddsOf } from '../probability/index.ts';
import { type FindingId, mostUrgent, TRIAGE_LEVELS } from '../vocabulary/index.ts';

export interface Hypothesis {
  /** Indices into `knowledge.presentations`, ascending. */
  readonly presentations: readonly number[];
  /** Indices into `knowledge.conditions`, ascending. */
  readonly conditions: readonly number[];
}

export interface Network {
  readonly knowledge: KnowledgeBase;
  readonly hypotheses: readonly Hypothesis[];
  /** Normalised prior of each hypothesis. */
  readonly priors: Float64Array;
  /** Prior probability of the sets that are too rare to be hypotheses, see `LEAST`. */
  readonly leftOut: number;
  /** Number of different outcomes (set of conditions × triage level): what a question should tell apart. */
  readonly outcomes: number;
  /** Outcome of each hypothesis. */
  readonly outcomeOf: Uint16Array;
  /** How urgent each hypothesis is: an index into TRIAGE_LEVELS. */
  readonly levelOf: Uint8Array;
  /** By finding; a table is made when it is first asked for. */
  readonly likelihoods: { readonly get: (finding: FindingId) => LikelihoodTable | undefined };
  /** The engine, with findings and groups by number. It keeps nothing between two beliefs. */
  readonly session: Session;
  /** Number of each group in the engine. */
  readonly groups: ReadonlyMap<string, number>;
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
 * Several causes at once with a prior below this (relative to one cause) are left out: together fewer than one runner in a
 * thousand. A statement of the model, the same for everybody, not a shortcut that depends on the answers.
 */
const LEAST = 1e-6;

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
  const { presentations, findings, model } = knowledge;
  const groups = new Map(Object.keys(model.groups).map((id, number) => [id, number]));
  const tables = compileTables(specOf(knowledge, groups));
  const hypotheses = membersOf(tables.sets).map(
    (set): Hypothesis => ({
      presentations: set,
      conditions: set.map((index) => presentations[index]?.condition ?? -1).sort((a, b) => a - b),
    }),
  );
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
  const session = new Session(tables);
  const made = new Map<FindingId, LikelihoodTable>();
  const numberOf = new Map(findings.map(({ id }, number) => [id, number]));
  const tableOf = (id: FindingId): LikelihoodTable | undefined => {
    const number = numberOf.get(id);
    if (number === undefined || made.has(id)) return made.get(id);
    const table = tables.finding(number);
    const rows = rowsOf(tables.sets, table.subsets);
    const spread = (own: Float64Array) => {
      const all = new Float64Array(rows.length * table.states);
      for (let at = 0; at < all.length; at++) {
        const row = rows[Math.floor(at / table.states)] ?? 0;
        all[at] = own[row * table.states + (at % table.states)] ?? 0;
      }
      return all;
    };
    const weak = spread(table.weak);
    const strong = table.strong === table.weak ? weak : spread(table.strong);
    const group = table.group < 0 ? undefined : findings[number]?.group;
    made.set(id, { states: table.states, group, weak, strong });
    return made.get(id);
  };
  return {
    knowledge,
    hypotheses,
    priors: session.setProbabilities(),
    leftOut: tables.sets.leftOut,
    outcomes: outcomeIndex.size,
    outcomeOf,
    levelOf: Uint8Array.from(triages, (levels) => TRIAGE_LEVELS.indexOf(mostUrgent(levels))),
    likelihoods: { get: tableOf },
    session,
    groups,
  };
}

function specOf(knowledge: KnowledgeBase, groups: ReadonlyMap<string, number>): NetworkSpec {
  const { presentations, conditions, findings, pairings, model } = knowledge;
  const ofCondition = new Map(conditions.map(({ id }) => [id, [] as number[]]));
  presentations.forEach(({ condition }, index) => {
    ofCondition.get(conditions[condition]?.id ?? '')?.push(index);
  });
  return {
    odds: presentations.map((one) => oddsOf(conditions[one.condition]?.prior ?? 0) * one.share),
    kinds: presentations.map((one) => one.condition),
    sizes: [1, model.twoCauses.value, ...(model.threeCauses ? [model.threeCauses.value] : [])],
    pairs: pairings.flatMap(({ conditions: [one, other], times }) =>
      (ofCondition.get(one) ?? []).flatMap((a) =>
        (ofCondition.get(other) ?? []).map((b) => ({ a, b, times })),
      ),
    ),
    findings: findings.map(({ id, background, combines, misreport, group, mark }) => ({
      background,
      combines,
      misreport,
      links: presentations.flatMap(({ likelihoods }, cause) => {
        const p = likelihoods[id]?.p;
        return p ? [{ cause, p }] : [];
      }),
      ...(group !== undefined && groups.has(group) ? { group: groups.get(group) as number } : {}),
      ...(mark === undefined ? {} : { mark }),
    })),
    spreads: [...groups.keys()].map((id) => model.groups[id]?.value ?? 0),
    least: LEAST,
  };
}

/** What one or two causes show; a cause without a likelihood of its own adds nothing to the background. */
export function shownBy(
  { combines, background }: Finding,
  ...causes: readonly (readonly number[] | undefined)[]
): readonly number[] {
  return shown(
    combines,
    background,
    causes.filter((one) => one !== undefined),
  );
}
