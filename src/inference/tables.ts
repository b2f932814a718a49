// A network of product size, compiled: the hypotheses and, for every finding, the tables that the engine multiplies and
// adds. Each is made once, when first used; nothing in it changes while people answer.

import { entropyTerm } from '../probability/index.ts';
import { addEffects, type Effects, emptyEffects } from './effects.ts';
import { reportedBy } from './likelihood.ts';
import { checkNetwork, type FindingSpec, MOST_LISTED, type NetworkSpec } from './network.ts';
import { membersOf, type Sets, setsOf } from './sets.ts';
import { rowsOf, type Subsets, subsetsOf, termsOf } from './subsets.ts';

export interface FindingTable {
  readonly states: number;
  /** -1 for none. */
  readonly group: number;
  readonly subsets: Subsets;
  /** P(state | parents present) at `row · states + state`; `strong` is the same array outside groups. */
  readonly weak: Float64Array;
  readonly strong: Float64Array;
  /** Row of each set; kept for findings of groups only. */
  readonly rows: Uint16Array;
  /** Term of P(state) for each subset, at `state · subsets + place`, and of the entropy of the answer in bits. */
  readonly chances: Float64Array;
  readonly entropies: Float64Array;
  /** P(state) and entropy without any parent. */
  readonly silent: Float64Array;
  readonly silentEntropy: number;
}

export interface GroupTable {
  readonly subsets: Subsets;
  readonly members: readonly number[];
  /** Their tables. */
  readonly tables: readonly FindingTable[];
  /** Row of each set. */
  readonly rows: Uint16Array;
  /** By member: the row in the member's own table of each row of the group. */
  readonly rowIn: readonly Uint16Array[];
}

/** What weighing all questions reads, of all findings one behind the other. */
export interface Terms {
  /** Where the subsets of each finding begin; one more entry than findings. */
  readonly start: Int32Array;
  readonly cells: Int32Array;
  /** Terms of the entropy and of P(first state), in turn, at `2 · place`. */
  readonly pairs: Float64Array;
  /** The same two without any parent, at `2 · finding`. */
  readonly silent: Float64Array;
}

export interface Tables {
  readonly sets: Sets;
  /** Of each finding: number of states, and group (-1 for none). */
  readonly states: Int16Array;
  readonly group: Int16Array;
  readonly groups: number;
  /** Tables are made when they are first asked for: the first question need not wait for the last. */
  readonly finding: (index: number) => FindingTable;
  /** All findings' terms; made when questions are first weighed. */
  readonly terms: () => Terms;
  /** What answers multiply, of those findings outside groups that `prepare` was called for. */
  readonly effects: Effects;
  readonly prepare: (index: number) => void;
  readonly groupTable: (index: number) => GroupTable;
}

/**
 * Compiles a network with at most three causes at once.
 * @throws RangeError when the network is not one, or allows more causes at once: that is for the search.
 */
export function compileTables(spec: NetworkSpec): Tables {
  checkNetwork(spec);
  if (spec.sizes.length > MOST_LISTED) {
    throw new RangeError(`Sets of ${spec.sizes.length} causes cannot be listed.`);
  }
  const sets = setsOf(spec);
  const spreads = spec.spreads ?? [];
  const group = Int16Array.from(spec.findings, (one) =>
    one.group !== undefined && (spreads[one.group] ?? 0) > 0 ? one.group : -1,
  );
  const findings: (FindingTable | undefined)[] = spec.findings.map(() => undefined);
  const groups: (GroupTable | undefined)[] = spreads.map(() => undefined);
  const finding = (index: number): FindingTable => {
    const known = findings[index];
    if (known) return known;
    const one = spec.findings[index];
    if (!one) throw new RangeError(`The network has no finding ${index}.`);
    const made = tableOf(sets, one, spreads);
    findings[index] = made;
    return made;
  };
  const groupTable = (index: number): GroupTable => {
    const known = groups[index];
    if (known) return known;
    const members = [...group.keys()].filter((at) => group[at] === index);
    const made = groupOf(sets, spec.findings, members.map(finding), members);
    groups[index] = made;
    return made;
  };
  const states = Int16Array.from(spec.findings, ({ background }) => background.length);
  const effects = emptyEffects(states);
  let terms: Terms | undefined;
  return {
    sets,
    terms: () => {
      terms ??= joined(spec.findings.map((_, index) => finding(index)));
      return terms;
    },
    states,
    group,
    groups: spreads.length,
    finding,
    effects,
    prepare: (index) => {
      const { subsets, weak } = finding(index);
      addEffects(effects, index, subsets, weak, states[index] as number);
    },
    groupTable,
  };
}

function joined(findings: readonly FindingTable[]): Terms {
  const start = new Int32Array(findings.length + 1);
  findings.forEach(({ entropies }, index) => {
    start[index + 1] = (start[index] as number) + entropies.length;
  });
  const cells = new Int32Array(start[findings.length] as number);
  const pairs = new Float64Array(2 * cells.length);
  findings.forEach(({ subsets, entropies, chances }, index) => {
    const from = start[index] as number;
    cells.set(subsets.cells, from);
    for (let at = 0; at < entropies.length; at++) {
      pairs[2 * (from + at)] = entropies[at] as number;
      pairs[2 * (from + at) + 1] = chances[at] as number;
    }
  });
  const silent = Float64Array.from(findings.flatMap((one) => [one.silentEntropy, one.silent[0] as number]));
  return { start, cells, pairs, silent };
}

function tableOf(sets: Sets, finding: FindingSpec, spreads: readonly number[]): FindingTable {
  const links = [...finding.links].sort((a, b) => a.cause - b.cause);
  const subsets = subsetsOf(
    sets,
    links.map(({ cause }) => cause),
  );
  const states = finding.background.length;
  const spread = finding.group === undefined ? 0 : (spreads[finding.group] ?? 0);
  const { singles, pairs, triples, ofPair, ofTriple } = subsets;
  const weak = new Float64Array((subsets.cells.length + 1) * states);
  const strong = spread === 0 ? weak : new Float64Array(weak.length);
  const write = (row: number, ...present: number[]) => {
    const causes = present.map((one) => links[one - 1]?.p ?? finding.background);
    const halves = reportedBy(finding, causes, spread);
    weak.set(halves.weak, row * states);
    if (strong !== weak) strong.set(halves.strong, row * states);
  };
  write(0);
  for (let row = 1; row <= singles; row++) write(row, row);
  for (let at = 0; at < pairs; at++) {
    write(singles + at + 1, ofPair[2 * at] as number, ofPair[2 * at + 1] as number);
  }
  for (let at = 0; at < triples; at++) {
    write(singles + pairs + at + 1, ...ofTriple.subarray(6 * at, 6 * at + 3));
  }
  return {
    states,
    group: spread === 0 ? -1 : (finding.group ?? -1),
    subsets,
    weak,
    strong,
    rows: spread === 0 ? new Uint16Array() : rowsOf(sets, subsets),
    ...termsFor(subsets, weak, strong, states),
  };
}

/** What is added up to know what the finding is worth. */
function termsFor(subsets: Subsets, weak: Float64Array, strong: Float64Array, states: number) {
  const count = subsets.cells.length;
  const mean = strong === weak ? weak : weak.map((one, at) => (one + (strong[at] as number)) / 2);
  const entropy = new Float64Array(count + 1);
  for (let at = 0, row = 0; row <= count; row++) {
    for (const end = at + states; at < end; at++)
      entropy[row] = (entropy[row] as number) + entropyTerm(mean[at] as number);
  }
  const entropies = new Float64Array(count);
  termsOf(subsets, entropy, 0, 1, entropies, 0);
  const chances = new Float64Array(count * states);
  for (let state = 0; state < states; state++) termsOf(subsets, mean, state, states, chances, state * count);
  return {
    chances,
    entropies,
    silent: mean.slice(0, states),
    silentEntropy: entropy[0] as number,
  };
}

function groupOf(
  sets: Sets,
  specs: readonly FindingSpec[],
  tables: readonly FindingTable[],
  members: readonly number[],
): GroupTable {
  const parents = new Set(members.flatMap((index) => specs[index]?.links.map(({ cause }) => cause) ?? []));
  const subsets = subsetsOf(
    sets,
    [...parents].sort((a, b) => a - b),
  );
  // Which sets of parents the rows are: those of the member are found by leaving out who is no parent of it.
  const ofCell = new Map<number, readonly number[]>();
  const all = membersOf(sets);
  const n = sets.causes;
  all.forEach((causes, index) => {
    const [i = 0, j = 0, k] = causes;
    const cell = causes.length === 1 ? i : k === undefined ? n + i * n + j : sets.firstSet + index;
    ofCell.set(cell, causes);
  });
  const rowIn = tables.map(({ subsets: own }) => {
    const rowAt = new Map([...own.cells].map((cell, place) => [cell, place + 1]));
    const rows = new Uint16Array(subsets.cells.length + 1);
    subsets.cells.forEach((cell, place) => {
      const present = (ofCell.get(cell) ?? []).filter((cause) => rowAt.has(cause));
      const [i = 0, j = 0] = present;
      if (present.length === 1) rows[place + 1] = rowAt.get(i) ?? 0;
      if (present.length === 2) rows[place + 1] = rowAt.get(n + i * n + j) ?? 0;
      if (present.length === 3) rows[place + 1] = rowAt.get(cell) ?? 0;
    });
    return rows;
  });
  return { subsets, members, tables, rows: rowsOf(sets, subsets), rowIn };
}
