// What a question is worth before it is asked: the mutual information, in bits, between its answer and which set of causes
// is present, or a class of the sets. Exact: I = H(answer) − Σ_sets P(set) · H(answer | set).
//
// Both sums run over functions of "which of the finding's own parents are present". With the terms of subsets.ts they become
// dot products of a finding's few terms with the moments P(all of T are present), instead of a pass over all sets.
// A finding whose group has answers depends on more than its parents (how strongly marked the case is); it takes the pass.

import { addEntropies, type Chances, entropyOfTwo, entropyTerm } from '../probability/index.ts';
import type { Strength } from './direct.ts';
import { forEachSet } from './direct.ts';
import type { FindingTable, Tables } from './tables.ts';

/** Writes the value of every unanswered finding about the sets; 0 for the others. */
export function setValues(
  tables: Tables,
  answers: Int16Array,
  moments: Float64Array,
  total: number,
  strengths: readonly Strength[],
  chances: Chances,
  out: Float64Array,
): void {
  const scale = 1 / total;
  const { p: ofTwo } = chances;
  const { group, states } = tables;
  const { start, cells, pairs, silent } = tables.terms();
  for (let finding = 0; finding < out.length; finding++) {
    out[finding] = 0;
    ofTwo[2 * finding] = 0;
    if ((answers[finding] as number) >= 0) continue;
    const own = group[finding] as number;
    const strength = own < 0 ? undefined : strengths[own];
    if (strength !== undefined && strength.answered > 0) {
      const weights = moments.subarray(tables.sets.firstSet);
      const groupRows = tables.groupTable(own).rows;
      out[finding] = valueByPass(tables.finding(finding), groupRows, weights, total, strength);
      continue;
    }
    // Two sums of each kind, so that an addition need not wait for the one before.
    let within = 0;
    let sum = 0;
    let within2 = 0;
    let sum2 = 0;
    const end = start[finding + 1] as number;
    let at = start[finding] as number;
    for (; at + 1 < end; at += 2) {
      const moment = moments[cells[at] as number] as number;
      const moment2 = moments[cells[at + 1] as number] as number;
      within += moment * (pairs[2 * at] as number);
      sum += moment * (pairs[2 * at + 1] as number);
      within2 += moment2 * (pairs[2 * at + 2] as number);
      sum2 += moment2 * (pairs[2 * at + 3] as number);
    }
    if (at < end) {
      const moment = moments[cells[at] as number] as number;
      within += moment * (pairs[2 * at] as number);
      sum += moment * (pairs[2 * at + 1] as number);
    }
    const p = (silent[2 * finding + 1] as number) + (sum + sum2) * scale;
    out[finding] = -(silent[2 * finding] as number) - (within + within2) * scale;
    if (states[finding] === 2) {
      ofTwo[2 * finding] = p;
      ofTwo[2 * finding + 1] = 1 - p;
    } else {
      out[finding] = (out[finding] as number) + entropyOfMany(tables.finding(finding), moments, scale, p);
    }
  }
  addEntropies(chances, out);
  for (let finding = 0; finding < out.length; finding++) {
    if (!((out[finding] as number) > 0)) out[finding] = 0;
  }
}

/** Entropy of the answer to a finding of more than two states, given the chance of the first. */
function entropyOfMany(
  { states, chances, silent, subsets: { cells } }: FindingTable,
  moments: Float64Array,
  scale: number,
  first: number,
): number {
  let rest = 1 - first;
  let entropy = entropyTerm(first);
  for (let state = 1; state < states - 1; state++) {
    let sum = 0;
    for (let at = 0; at < cells.length; at++) {
      sum += (moments[cells[at] as number] as number) * (chances[state * cells.length + at] as number);
    }
    const p = (silent[state] as number) + sum * scale;
    rest -= p;
    entropy += entropyTerm(p);
  }
  return entropy + entropyTerm(rest);
}

/** The same by going through the sets, for a finding of a group with answers. */
function valueByPass(
  { states, weak, strong, rows }: FindingTable,
  groupRows: Uint16Array,
  weights: Float64Array,
  total: number,
  strength: Strength,
): number {
  const chances = new Float64Array(states);
  let within = 0;
  let first = 0;
  for (let set = 0; set < weights.length; set++) {
    const weight = (weights[set] as number) / total;
    if (weight === 0) continue;
    const isStrong = shareStrong(strength, groupRows[set] as number);
    const at = (rows[set] as number) * states;
    if (states === 2) {
      const low = weak[at] as number;
      const p = low + isStrong * ((strong[at] as number) - low);
      first += weight * p;
      within += weight * entropyOfTwo(p);
      continue;
    }
    for (let state = 0; state < states; state++) {
      const low = weak[at + state] as number;
      const p = low + isStrong * ((strong[at + state] as number) - low);
      chances[state] = (chances[state] as number) + weight * p;
      within += weight * entropyTerm(p);
    }
  }
  if (states === 2) return Math.max(0, entropyOfTwo(first) - within);
  let entropy = 0;
  for (let state = 0; state < states; state++) entropy += entropyTerm(chances[state] as number);
  return Math.max(0, entropy - within);
}

/** P(strongly marked | row of the group, answers). */
function shareStrong({ weak, strong }: Strength, row: number): number {
  const both = (weak[row] as number) + (strong[row] as number);
  return both > 0 ? (strong[row] as number) / both : 0.5;
}

/**
 * Writes the value of every unanswered finding about a class of the sets: H(class) + H(answer) − H(class, answer), from
 * the moments of each class by itself.
 */
export function classValues(
  tables: Tables,
  answers: Int16Array,
  weights: Float64Array,
  total: number,
  strengths: readonly Strength[],
  classOf: Uint16Array,
  classes: number,
  out: Float64Array,
): void {
  const { sets } = tables;
  const { causes: n, cells: width, firstTriple } = sets;
  const moments = new Float64Array(classes * width);
  const mass = new Float64Array(classes);
  const add = (at: number, weight: number) => {
    moments[at] = (moments[at] as number) + weight;
  };
  forEachSet(sets, (set, i, j, k) => {
    const weight = (weights[set] as number) / total;
    const own = classOf[set] as number;
    const to = own * width;
    mass[own] = (mass[own] as number) + weight;
    add(to + i, weight);
    if (j < 0) return;
    add(to + j, weight);
    add(to + n + i * n + j, weight);
    if (k < 0) return;
    add(to + k, weight);
    add(to + n + i * n + k, weight);
    add(to + n + j * n + k, weight);
    moments[to + firstTriple + set - n - sets.pairs] = weight;
  });
  let classEntropy = 0;
  for (let own = 0; own < classes; own++) classEntropy += entropyTerm(mass[own] as number);

  for (let finding = 0; finding < out.length; finding++) {
    out[finding] = 0;
    if ((answers[finding] as number) >= 0) continue;
    const table = tables.finding(finding);
    const { states, chances, silent } = table;
    const joint = new Float64Array(classes * states);
    const strength = table.group < 0 ? undefined : strengths[table.group];
    if (strength && strength.answered > 0) {
      const groupRows = tables.groupTable(table.group).rows;
      for (let set = 0; set < weights.length; set++) {
        const weight = (weights[set] as number) / total;
        const isStrong = shareStrong(strength, groupRows[set] as number);
        const at = (table.rows[set] as number) * states;
        const to = (classOf[set] as number) * states;
        for (let state = 0; state < states; state++) {
          const low = table.weak[at + state] as number;
          joint[to + state] =
            (joint[to + state] as number) +
            weight * (low + isStrong * ((table.strong[at + state] as number) - low));
        }
      }
    } else {
      const { cells } = table.subsets;
      const subsets = cells.length;
      for (let own = 0; own < classes; own++) {
        const in0 = own * width;
        for (let state = 0; state < states; state++) {
          const chance = state * subsets;
          let sum = (silent[state] as number) * (mass[own] as number);
          for (let at = 0; at < subsets; at++) {
            sum += (moments[in0 + (cells[at] as number)] as number) * (chances[chance + at] as number);
          }
          joint[own * states + state] = sum;
        }
      }
    }
    out[finding] = Math.max(0, classEntropy + informationLeft(joint, states));
  }
}

/** H(answer) − H(class, answer) of a joint distribution at `class · states + answer`. */
function informationLeft(joint: Float64Array, states: number): number {
  let bits = 0;
  for (let state = 0; state < states; state++) {
    let p = 0;
    for (let at = state; at < joint.length; at += states) {
      p += joint[at] as number;
      bits -= entropyTerm(joint[at] as number);
    }
    bits += entropyTerm(p);
  }
  return bits;
}
