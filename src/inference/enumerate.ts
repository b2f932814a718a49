// Adding up the sets from the factors of the cells. The weight of {i, j, k} is κ(3) · fᵢ fⱼ fₖ · fᵢⱼ fᵢₖ fⱼₖ · fᵢⱼₖ: only
// positive terms, always added in the same order.

import type { Sets } from './sets.ts';

/** Room to work in, made once. */
export interface Enumeration {
  /** fₖ · fᵢₖ at i·n + k. */
  readonly tied: Float64Array;
  readonly active: Int32Array;
  readonly free: Float64Array;
}

/**
 * Goes through every listed set. Writes its weight into the room of the set, and for each cause and each pair the sum of
 * the weights of all sets that contain it (a triple is contained in itself only).
 * @returns the sum of all weights
 */
export function enumerateAll(
  sets: Sets,
  factors: Float64Array,
  { tied }: Enumeration,
  moments: Float64Array,
): number {
  const { causes: n, pairStart, pairSecond, tripleStart, tripleThird, sizes, firstSet, firstTriple } = sets;
  const one = sizes[0] as number;
  const two = sizes[1] as number;
  const three = sizes[2] as number;
  const firstPair = firstSet + n;
  moments.fill(0, 0, firstSet);
  for (let i = 0; i < n; i++) {
    const end = pairStart[i + 1] as number;
    for (let pair = pairStart[i] as number; pair < end; pair++) {
      const j = pairSecond[pair] as number;
      tied[i * n + j] = (factors[j] as number) * (factors[n + i * n + j] as number);
    }
  }
  let total = 0;
  for (let i = 0; i < n; i++) {
    const row = i * n;
    const alone = one * (factors[i] as number);
    moments[firstSet + i] = alone;
    let ofI = alone;
    const end = pairStart[i + 1] as number;
    for (let pair = pairStart[i] as number; pair < end; pair++) {
      const j = pairSecond[pair] as number;
      const both = (factors[i] as number) * (tied[row + j] as number);
      const weight = two * both;
      moments[firstPair + pair] = weight;
      const third = three * both;
      const rowJ = n + j * n;
      let ofPair = weight;
      const last = tripleStart[pair + 1] as number;
      for (let at = tripleStart[pair] as number; at < last; at++) {
        const k = tripleThird[at] as number;
        const all =
          third *
          (tied[row + k] as number) *
          (factors[rowJ + k] as number) *
          (factors[firstTriple + at] as number);
        moments[firstTriple + at] = all;
        moments[n + row + k] = (moments[n + row + k] as number) + all;
        moments[rowJ + k] = (moments[rowJ + k] as number) + all;
        ofPair += all;
      }
      moments[n + row + j] = (moments[n + row + j] as number) + ofPair;
      ofI += ofPair;
    }
    total += ofI;
  }
  // Over the pairs with a cause, its triples come twice and its pairs once: half of (sum over pairs + the pairs themselves).
  for (let i = 0; i < n; i++) {
    let ofI = moments[firstSet + i] as number;
    const end = pairStart[i + 1] as number;
    for (let pair = pairStart[i] as number; pair < end; pair++) {
      const j = pairSecond[pair] as number;
      const half = ((moments[n + i * n + j] as number) + (moments[firstPair + pair] as number)) / 2;
      ofI += half;
      moments[j] = (moments[j] as number) + half;
    }
    moments[i] = (moments[i] as number) + ofI;
  }
  return total;
}

/**
 * Only the sum for each cause, where every set is listed: sets are gone through for the causes that answers tie together,
 * and the others, each with a factor of its own only, are added in closed form (elementary symmetric sums).
 * @param isActive by cause: whether a pair or triple of it has a factor other than 1
 * @returns the sum of all weights
 */
export function enumerateActive(
  { causes: n, sizes, pairAt, tripleStart, firstTriple }: Sets,
  factors: Float64Array,
  isActive: Uint8Array,
  { tied, active, free }: Enumeration,
  sums: Float64Array,
): number {
  const one = sizes[0] as number;
  const two = sizes[1] as number;
  const three = sizes[2] as number;
  let count = 0;
  // Of the free causes before each one: their sum and the sum of their pairs.
  let e1 = 0;
  let e2 = 0;
  let e3 = 0;
  for (let i = 0; i < n; i++) {
    if (isActive[i]) {
      active[count++] = i;
      continue;
    }
    const a = factors[i] as number;
    free[2 * i] = e1;
    free[2 * i + 1] = e2;
    e3 += e2 * a;
    e2 += e1 * a;
    e1 += a;
  }
  const withOne = one + two * e1 + three * e2;
  const withTwo = two + three * e1;
  let singles = 0;
  let pairs = 0;
  let triples = 0;
  for (let p = 0; p < count; p++) {
    const i = active[p] as number;
    const row = i * n;
    sums[i] = 0;
    for (let q = p + 1; q < count; q++) {
      const j = active[q] as number;
      tied[row + j] = (factors[j] as number) * (factors[n + row + j] as number);
    }
  }
  for (let p = 0; p < count; p++) {
    const i = active[p] as number;
    const row = i * n;
    const fi = factors[i] as number;
    singles += fi;
    let ofI = withOne * fi;
    for (let q = p + 1; q < count; q++) {
      const j = active[q] as number;
      const both = fi * (tied[row + j] as number);
      pairs += both;
      const rowJ = n + j * n;
      // Where every set is listed, the triples of a pair stand in the order of their third cause.
      const at = firstTriple + (three === 0 ? 0 : (tripleStart[pairAt[row + j] as number] as number)) - j - 1;
      let third = 0;
      if (three !== 0) {
        for (let r = q + 1; r < count; r++) {
          const k = active[r] as number;
          const all =
            both * (tied[row + k] as number) * (factors[rowJ + k] as number) * (factors[at + k] as number);
          sums[k] = (sums[k] as number) + three * all;
          third += all;
        }
      }
      triples += third;
      const ofPair = withTwo * both + three * third;
      sums[j] = (sums[j] as number) + ofPair;
      ofI += ofPair;
    }
    sums[i] = (sums[i] as number) + ofI;
  }
  // A free cause with: nothing else, other free causes, one or two active ones. Sums after it are gathered backwards.
  let after1 = 0;
  let after2 = 0;
  for (let i = n - 1; i >= 0; i--) {
    if (isActive[i]) continue;
    const a = factors[i] as number;
    const before1 = free[2 * i] as number;
    const others1 = before1 + after1;
    const others2 = (free[2 * i + 1] as number) + before1 * after1 + after2;
    sums[i] = a * (one + two * others1 + three * others2 + singles * (two + three * others1) + three * pairs);
    after2 += after1 * a;
    after1 += a;
  }
  return one * e1 + two * e2 + three * e3 + withOne * singles + withTwo * pairs + three * triples;
}
