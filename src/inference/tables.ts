// A network of product size, compiled: the hypotheses and, for every finding, the tables that the engine multiplies and
// adds. Made once; nothing in it changes while people answer.

import { entropyTerm } from '../probability/index.ts';
import { reportedBy } from './likelihood.ts';
import { checkNetwork, type FindingSpec, MOST_LISTED, type NetworkSpec } from './network.ts';
import { reachOf } from './reach.ts';
import { membersOf, type Sets, setsOf } from './sets.ts';
import { ratiosOf, rowsOf, type Subsets, subsetsOf, termsOf } from './subsets.ts';

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
  /** Whether a probability of 0 stands in the table: then its ratios say nothing. */
  readonly hasZero: boolean;
}

export interface GroupTable {
  readonly subsets: Subsets;
  readonly members: readonly number[];
  /** Row of each set. */
  readonly rows: Uint16Array;
  /** By member: the row in the member's own table of each row of the group. */
  readonly rowIn: readonly Uint16Array[];
}

export interface Tables {
  readonly sets: Sets;
  readonly findings: readonly FindingTable[];
  readonly groups: readonly GroupTable[];
  /** Place of each finding in the three arrays below, and the number of its subsets. */
  readonly start: Int32Array;
  readonly count: Int32Array;
  /** Cell of each subset of each finding. */
  readonly cells: Int32Array;
  /** Place of each finding's states in `ratios` and `chances`: state s begins at `stateStart + s · count`. */
  readonly stateStart: Int32Array;
  /** Factor of each state for each subset (halves averaged). */
  readonly ratios: Float64Array;
  /** Of each finding: number of states, group (-1 for none), number of parents, whether a probability is 0. */
  readonly states: Int16Array;
  readonly group: Int16Array;
  readonly singles: Int32Array;
  readonly hasZero: Uint8Array;
  /** Where the states of each finding begin in the two below: how many factors differ from 1 (the singles come first), how far they reach. */
  readonly firstState: Int32Array;
  readonly uses: Int32Array;
  readonly reach: Int32Array;
  /** Term of P(state) for each subset. */
  readonly chances: Float64Array;
  /** Term of the entropy of the answer, in bits, for each subset. */
  readonly entropies: Float64Array;
  /** P(state) and entropy without any parent: by finding. */
  readonly silent: readonly Float64Array[];
  readonly silentEntropy: Float64Array;
}

/** Ratios this near to 1 are 1 but for rounding: a denied finding of a noisy-OR does not tie its causes together. */
const ROUNDING = 4e-15;

/**
 * Compiles a network with at most three causes at once.
 * @throws RangeError when the network is not one, or allows more causes at once: that is for the search.
 */
export function compileTables(spec: NetworkSpec): Tables {
  checkNetwork(spec);
  if (spec.sizes.length > MOST_LISTED) {
    throw new RangeError(`Sets of ${spec.sizes.length} causes cannot be listed; use the search.`);
  }
  const sets = setsOf(spec);
  const spreads = spec.spreads ?? [];
  const findings = spec.findings.map((finding) => tableOf(sets, finding, spreads));
  const start = new Int32Array(findings.length);
  const count = new Int32Array(findings.length);
  const stateStart = new Int32Array(findings.length);
  let subsets = 0;
  let numbers = 0;
  findings.forEach((table, index) => {
    start[index] = subsets;
    stateStart[index] = numbers;
    count[index] = table.subsets.cells.length;
    subsets += table.subsets.cells.length;
    numbers += table.subsets.cells.length * table.states;
  });
  const cells = new Int32Array(subsets);
  const ratios = new Float64Array(numbers);
  const chances = new Float64Array(numbers);
  const entropies = new Float64Array(subsets);
  const silentEntropy = new Float64Array(findings.length);
  const firstState = new Int32Array(findings.length + 1);
  findings.forEach(({ states }, index) => {
    firstState[index + 1] = (firstState[index] as number) + states;
  });
  const uses = new Int32Array(firstState[findings.length] as number);
  const reach = new Int32Array(uses.length);
  const silent: Float64Array[] = [];
  findings.forEach((table, index) => {
    const { states, subsets: own } = table;
    const mean = table.weak.map((weak, at) => (weak + (table.strong[at] as number)) / 2);
    const from = start[index] as number;
    cells.set(own.cells, from);
    const entropy = new Float64Array(own.cells.length + 1);
    for (let at = 0; at < mean.length; at++) {
      const row = Math.floor(at / states);
      entropy[row] = (entropy[row] as number) + entropyTerm(mean[at] as number);
    }
    termsOf(own, entropy, 0, 1, entropies, from);
    silentEntropy[index] = entropy[0] as number;
    silent.push(mean.slice(0, states));
    for (let state = 0; state < states; state++) {
      const to = (stateStart[index] as number) + state * own.cells.length;
      termsOf(own, mean, state, states, chances, to);
      if (!table.hasZero) ratiosOf(own, mean, state, states, ratios, to);
      const end = to + own.cells.length;
      const place = (firstState[index] as number) + state;
      uses[place] = ratios.subarray(to + own.singles, end).some((one) => Math.abs(one - 1) > ROUNDING)
        ? own.cells.length
        : own.singles;
      reach[place] = reachOf(ratios.subarray(to, end));
    }
  });
  const groups = spreads.map((_, group) => groupOf(sets, spec.findings, findings, group));
  return {
    sets,
    findings,
    groups,
    start,
    count,
    cells,
    stateStart,
    ratios,
    states: Int16Array.from(findings, (table) => table.states),
    group: Int16Array.from(findings, (table) => table.group),
    singles: Int32Array.from(findings, (table) => table.subsets.singles),
    hasZero: Uint8Array.from(findings, (table) => (table.hasZero ? 1 : 0)),
    firstState,
    uses,
    reach,
    chances,
    entropies,
    silent,
    silentEntropy,
  };
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
    hasZero: weak.some((p) => p <= 0) || strong.some((p) => p <= 0),
  };
}

function groupOf(
  sets: Sets,
  specs: readonly FindingSpec[],
  findings: readonly FindingTable[],
  group: number,
): GroupTable {
  const members = findings.flatMap((table, index) => (table.group === group ? [index] : []));
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
  const rowIn = members.map((index) => {
    const own = findings[index]?.subsets;
    const rowAt = new Map([...(own?.cells ?? [])].map((cell, place) => [cell, place + 1]));
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
  return { subsets, members, rows: rowsOf(sets, subsets), rowIn };
}
