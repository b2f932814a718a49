// The subsets of a finding's parents that some hypothesis can contain, and two transforms over them. A function of
// "which parents are present" becomes a constant and one term for each non-empty subset T that counts where T is
// present: as a product for likelihoods (`ratiosOf`), as a sum for what is averaged (`termsOf`, the Möbius inverse).
// A finding with 5 parents of 30 causes then costs 25 terms instead of one for each of 4,525 hypotheses.

import type { Sets } from './sets.ts';

export interface Subsets {
  readonly singles: number;
  readonly pairs: number;
  readonly triples: number;
  /** Cell of each subset: singles, pairs, triples. The subset at place r has row r + 1; row 0 is the empty set. */
  readonly cells: Int32Array;
  /** Rows of the two singles of each pair. */
  readonly ofPair: Int32Array;
  /** Rows of the three singles, then of the three pairs of each triple. */
  readonly ofTriple: Int32Array;
}

/** Lists the subsets of the parents (ascending) that are subsets of a listed set. */
export function subsetsOf(sets: Sets, parents: readonly number[]): Subsets {
  const n = sets.causes;
  const rowOf = new Int32Array(n);
  parents.forEach((cause, place) => {
    rowOf[cause] = place + 1;
  });
  const cells: number[] = [...parents];
  const ofPair: number[] = [];
  const ofTriple: number[] = [];
  const pairRow = new Map<number, number>();
  const inside: number[] = [];
  for (const i of parents) {
    for (let pair = sets.pairStart[i] as number; pair < (sets.pairStart[i + 1] as number); pair++) {
      const j = sets.pairSecond[pair] as number;
      if (rowOf[j] === 0) continue;
      cells.push(n + i * n + j);
      pairRow.set(i * n + j, cells.length);
      ofPair.push(rowOf[i] as number, rowOf[j] as number);
      inside.push(pair);
    }
  }
  const pairs = cells.length - parents.length;
  for (const pair of inside) {
    const i = sets.pairFirst[pair] as number;
    const j = sets.pairSecond[pair] as number;
    for (let at = sets.tripleStart[pair] as number; at < (sets.tripleStart[pair + 1] as number); at++) {
      const k = sets.tripleThird[at] as number;
      if (rowOf[k] === 0) continue;
      cells.push(sets.firstTriple + at);
      ofTriple.push(rowOf[i] as number, rowOf[j] as number, rowOf[k] as number);
      for (const key of [i * n + j, i * n + k, j * n + k]) ofTriple.push(pairRow.get(key) as number);
    }
  }
  return {
    singles: parents.length,
    pairs,
    triples: cells.length - parents.length - pairs,
    cells: Int32Array.from(cells),
    ofPair: Int32Array.from(ofPair),
    ofTriple: Int32Array.from(ofTriple),
  };
}

/**
 * Writes the factor of each subset: value(set) = value(∅) · ∏ factors of the non-empty subsets present.
 * @param values positive, at `from + row · step`
 */
export function ratiosOf(
  { singles, pairs, triples, ofPair, ofTriple }: Subsets,
  values: Float64Array,
  from: number,
  step: number,
  out: Float64Array,
  to: number,
): void {
  const none = values[from] as number;
  for (let row = 1; row <= singles; row++) out[to + row - 1] = (values[from + row * step] as number) / none;
  for (let at = 0; at < pairs; at++) {
    const i = values[from + (ofPair[2 * at] as number) * step] as number;
    const j = values[from + (ofPair[2 * at + 1] as number) * step] as number;
    const both = values[from + (singles + at + 1) * step] as number;
    out[to + singles + at] = (both * none) / (i * j);
  }
  for (let at = 0; at < triples; at++) {
    const i = values[from + (ofTriple[6 * at] as number) * step] as number;
    const j = values[from + (ofTriple[6 * at + 1] as number) * step] as number;
    const k = values[from + (ofTriple[6 * at + 2] as number) * step] as number;
    const ij = values[from + (ofTriple[6 * at + 3] as number) * step] as number;
    const ik = values[from + (ofTriple[6 * at + 4] as number) * step] as number;
    const jk = values[from + (ofTriple[6 * at + 5] as number) * step] as number;
    const all = values[from + (singles + pairs + at + 1) * step] as number;
    out[to + singles + pairs + at] = ((all / ij) * (i / ik) * (j / jk) * k) / none;
  }
}

/** Writes the term of each subset: value(set) = value(∅) + Σ terms of the non-empty subsets present. */
export function termsOf(
  { singles, pairs, triples, ofPair, ofTriple }: Subsets,
  values: Float64Array,
  from: number,
  step: number,
  out: Float64Array,
  to: number,
): void {
  const none = values[from] as number;
  for (let row = 1; row <= singles; row++) out[to + row - 1] = (values[from + row * step] as number) - none;
  for (let at = 0; at < pairs; at++) {
    const i = values[from + (ofPair[2 * at] as number) * step] as number;
    const j = values[from + (ofPair[2 * at + 1] as number) * step] as number;
    const both = values[from + (singles + at + 1) * step] as number;
    out[to + singles + at] = both - i - (j - none);
  }
  for (let at = 0; at < triples; at++) {
    let sum = values[from + (singles + pairs + at + 1) * step] as number;
    for (let face = 0; face < 3; face++) {
      sum += values[from + (ofTriple[6 * at + face] as number) * step] as number;
      sum -= values[from + (ofTriple[6 * at + 3 + face] as number) * step] as number;
    }
    out[to + singles + pairs + at] = sum - none;
  }
}

/** The row of each listed set: which of the parents it contains. */
export function rowsOf(sets: Sets, { cells }: Subsets): Uint16Array {
  const n = sets.causes;
  const rowAt = new Uint16Array(sets.cells);
  for (let place = 0; place < cells.length; place++) rowAt[cells[place] as number] = place + 1;
  const rows = new Uint16Array(sets.size);
  for (let i = 0; i < n; i++) rows[i] = rowAt[i] as number;
  const pairRow = (i: number, j: number) =>
    rowAt[i] && rowAt[j] ? (rowAt[n + i * n + j] as number) : (rowAt[i] as number) + (rowAt[j] as number);
  for (let pair = 0; pair < sets.pairs; pair++) {
    const i = sets.pairFirst[pair] as number;
    const j = sets.pairSecond[pair] as number;
    rows[n + pair] = pairRow(i, j);
    for (let at = sets.tripleStart[pair] as number; at < (sets.tripleStart[pair + 1] as number); at++) {
      const k = sets.tripleThird[at] as number;
      let row = rowAt[sets.firstTriple + at] as number;
      if (!rowAt[k]) row = pairRow(i, j);
      else if (!rowAt[j]) row = pairRow(i, k);
      else if (!rowAt[i]) row = pairRow(j, k);
      rows[n + sets.pairs + at] = row;
    }
  }
  return rows;
}
