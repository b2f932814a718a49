// Set by set: what the factors of cells cannot do. Groups of findings (a sum over two halves is no product), and weights
// where a probability is 0 or the numbers lie too far apart.

import { reachOf } from './reach.ts';
import { ratiosOf, rowsOf } from './subsets.ts';
import type { FindingTable, GroupTable, Tables } from './tables.ts';

/** Product of the answers of a group in each half, by row of the group; see `GroupTable`. */
export interface Strength {
  isCurrent: boolean;
  /** Number of members answered. */
  answered: number;
  hasZero: boolean;
  reach: number;
  readonly weak: Float64Array;
  readonly strong: Float64Array;
  readonly mean: Float64Array;
  readonly ratios: Float64Array;
}

/**
 * Multiplies the factors of the groups into those of the cells. A group is worked out anew only when one of its answers has changed.
 * @returns how far the factors reach, in powers of two (see `reachOf`); -1 when a row has probability 0
 */
export function multiplyGroups(
  { findings, groups }: Tables,
  states: Int16Array,
  strengths: readonly Strength[],
  factors: Float64Array,
  isActive: Uint8Array,
): number {
  let reach = 0;
  let hasZero = false;
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index] as GroupTable;
    const strength = strengths[index] as Strength;
    if (!strength.isCurrent) multiplyHalves(group, findings, states, strength);
    if (strength.answered === 0) continue;
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
  { subsets, members, rowIn }: GroupTable,
  findings: readonly FindingTable[],
  states: Int16Array,
  strength: Strength,
): void {
  const { weak, strong, mean } = strength;
  weak.fill(1);
  strong.fill(1);
  strength.isCurrent = true;
  strength.answered = 0;
  strength.hasZero = false;
  for (let member = 0; member < members.length; member++) {
    const finding = members[member] as number;
    const state = states[finding] as number;
    if (state < 0) continue;
    strength.answered++;
    const table = findings[finding] as FindingTable;
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
  if (strength.answered === 0 || strength.hasZero) return;
  ratiosOf(subsets, mean, 0, 1, strength.ratios, 0);
  strength.reach = reachOf(strength.ratios);
}

/**
 * Writes the weight of every set and the sums over them (as `enumerateAll` does), multiplying likelihoods in the order of
 * the findings.
 * @returns the sum of all weights; 0 when the answers are impossible
 */
export function multiplySets(
  { sets, findings, groups }: Tables,
  states: Int16Array,
  strengths: readonly Strength[],
  moments: Float64Array,
): number {
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
    const table = findings[finding] as FindingTable;
    if (state < 0 || table.group >= 0) continue;
    const rows = rowsOf(sets, table.subsets);
    for (let at = 0; at < weights.length; at++) {
      const p = table.weak[(rows[at] as number) * table.states + state] as number;
      weights[at] = (weights[at] as number) * p;
    }
    rescale(weights);
  }
  groups.forEach(({ rows }, index) => {
    const { answered, mean } = strengths[index] as Strength;
    if (answered === 0) return;
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
