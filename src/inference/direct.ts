// Set by set: what the factors of cells cannot do. Groups of findings (a sum over two halves is no product), and weights
// where a probability is 0 or the numbers lie too far apart.

import { reachOf } from './reach.ts';
import { ratiosOf, rowsOf } from './subsets.ts';
import type { FindingTable, GroupTable, Tables } from './tables.ts';

/** Product of the answers of a group in each half, by row of the group; see `GroupTable`. */
export interface Strength {
  isCurrent: boolean;
  /** Whether the factors of the cells hold it. */
  isMultiplied: boolean;
  /** Number of members answered. */
  answered: number;
  hasZero: boolean;
  reach: number;
  weak: Float64Array;
  strong: Float64Array;
  mean: Float64Array;
  ratios: Float64Array;
}

/** Nothing answered; room for the rows is made when the group is first used. */
export function emptyStrength(): Strength {
  const none = new Float64Array();
  return {
    isCurrent: false,
    isMultiplied: false,
    answered: 0,
    hasZero: false,
    reach: 0,
    weak: none,
    strong: none,
    mean: none,
    ratios: none,
  };
}

/**
 * Multiplies the factors of the groups into those of the cells. A group is worked out anew only when one of its answers has changed.
 * @returns how far the factors reach, in powers of two (see `reachOf`); -1 when a row has probability 0
 */
export function multiplyGroups(
  tables: Tables,
  states: Int16Array,
  strengths: readonly Strength[],
  factors: Float64Array,
  isActive: Uint8Array,
): number {
  let reach = 0;
  let hasZero = false;
  for (let index = 0; index < strengths.length; index++) {
    const strength = strengths[index] as Strength;
    if (!strength.isCurrent) {
      strength.isCurrent = true;
      strength.answered = 0;
      for (let finding = 0; finding < states.length; finding++) {
        if (tables.group[finding] === index && (states[finding] as number) >= 0) strength.answered++;
      }
      if (strength.answered > 0) multiplyHalves(tables.groupTable(index), states, strength);
    }
    if (strength.answered === 0) continue;
    strength.isMultiplied = true;
    const group = tables.groupTable(index);
    hasZero ||= strength.hasZero;
    reach += strength.reach;
    const { cells, singles } = group.subsets;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as number;
      factors[cell] = (factors[cell] as number) * (strength.ratios[at] as number);
    }
    for (let at = 0; at < singles; at++) isActive[cells[at] as number] = 1;
  }
  return hasZero ? -1 : reach;
}

function multiplyHalves(
  { subsets, members, tables, rowIn }: GroupTable,
  states: Int16Array,
  strength: Strength,
): void {
  const rowCount = subsets.cells.length + 1;
  if (strength.weak.length < rowCount) {
    strength.weak = new Float64Array(rowCount);
    strength.strong = new Float64Array(rowCount);
    strength.mean = new Float64Array(rowCount);
    strength.ratios = new Float64Array(rowCount - 1);
  }
  const { weak, strong, mean } = strength;
  weak.fill(1);
  strong.fill(1);
  strength.hasZero = false;
  for (let member = 0; member < members.length; member++) {
    const finding = members[member] as number;
    const state = states[finding] as number;
    if (state < 0) continue;
    const table = tables[member] as FindingTable;
    const rows = rowIn[member] as Uint16Array;
    for (let row = 0; row < weak.length; row++) {
      const at = (rows[row] as number) * table.states + state;
      weak[row] = (weak[row] as number) * (table.weak[at] as number);
      strong[row] = (strong[row] as number) * (table.strong[at] as number);
    }
  }
  for (let row = 0; row < mean.length; row++) {
    const both = ((weak[row] as number) + (strong[row] as number)) / 2;
    mean[row] = both;
    if (both < Number.MIN_VALUE * 2 ** 53) strength.hasZero = true;
  }
  if (strength.hasZero) return;
  ratiosOf(subsets, mean, 0, 1, strength.ratios, 0);
  strength.reach = reachOf(strength.ratios);
}

/**
 * Writes the weight of every set and the sums over them (as `sumAll` does), multiplying likelihoods in the order of
 * the findings.
 * @returns the sum of all weights; 0 when the answers are impossible
 */
export function multiplySets(
  tables: Tables,
  states: Int16Array,
  strengths: readonly Strength[],
  moments: Float64Array,
): number {
  const { sets } = tables;
  const { causes: n, base, sizes, firstSet } = sets;
  const weights = moments.subarray(firstSet);
  const one = sizes[0] as number;
  const two = sizes[1] as number;
  const three = sizes[2] as number;
  const f = (i: number, j: number) => base[n + i * n + j] as number;
  forEachSet(sets, (at, i, j, k) => {
    const a = base[i] as number;
    if (j < 0) weights[at] = one * a;
    else if (k < 0) weights[at] = two * a * (base[j] as number) * f(i, j);
    else weights[at] = three * a * (base[j] as number) * (base[k] as number) * f(i, j) * f(i, k) * f(j, k);
  });
  for (let finding = 0; finding < states.length; finding++) {
    const state = states[finding] as number;
    if (state < 0 || (tables.group[finding] as number) >= 0) continue;
    const table = tables.finding(finding);
    const rows = rowsOf(sets, table.subsets);
    for (let at = 0; at < weights.length; at++) {
      const p = table.weak[(rows[at] as number) * table.states + state] as number;
      weights[at] = (weights[at] as number) * p;
    }
    rescale(weights);
  }
  strengths.forEach(({ answered, mean }, index) => {
    if (answered === 0) return;
    const { rows } = tables.groupTable(index);
    for (let at = 0; at < weights.length; at++) {
      weights[at] = (weights[at] as number) * (mean[rows[at] as number] as number);
    }
    rescale(weights);
  });
  moments.fill(0, 0, firstSet);
  let total = 0;
  const add = (cell: number, weight: number) => {
    moments[cell] = (moments[cell] as number) + weight;
  };
  forEachSet(sets, (at, i, j, k) => {
    const weight = weights[at] as number;
    total += weight;
    add(i, weight);
    if (j < 0) return;
    add(j, weight);
    add(n + i * n + j, weight);
    if (k < 0) return;
    add(k, weight);
    add(n + i * n + k, weight);
    add(n + j * n + k, weight);
  });
  return total;
}

/** Calls for every set in the order of the list, with -1 for members that it does not have. */
export function forEachSet(
  { causes: n, pairs, pairFirst, pairSecond, tripleStart, tripleThird }: Tables['sets'],
  call: (at: number, i: number, j: number, k: number) => void,
): void {
  for (let i = 0; i < n; i++) call(i, i, -1, -1);
  for (let pair = 0; pair < pairs; pair++) {
    call(n + pair, pairFirst[pair] as number, pairSecond[pair] as number, -1);
  }
  for (let pair = 0; pair < pairs; pair++) {
    for (let at = tripleStart[pair] as number; at < (tripleStart[pair + 1] as number); at++) {
      const third = tripleThird[at] as number;
      call(n + pairs + at, pairFirst[pair] as number, pairSecond[pair] as number, third);
    }
  }
}

/** Keeps long products above underflow. A power of two is exact, so the result does not depend on when it happens. */
function rescale(weights: Float64Array): void {
  let largest = 0;
  for (let at = 0; at < weights.length; at++) {
    if ((weights[at] as number) > largest) largest = weights[at] as number;
  }
  if (largest >= 2 ** -300 || largest === 0) return;
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) * 2 ** 300;
}
