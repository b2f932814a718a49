// Adding up the sets from the factors of the cells. The weight of {i, j, k} is κ(3) · fᵢ fⱼ fₖ · fᵢⱼ fᵢₖ fⱼₖ · fᵢⱼₖ: only
// positive terms, always added in the same order.
//
// All numbers of a session lie in one array ("room"): the innermost loops then have one address to keep, not five.

import type { Sets } from './sets.ts';

/** Where things lie in the room; the factors of the cells begin it. */
export interface Layout {
  /** By cause k: fₖ · fᵢₖ for the i at hand. */
  readonly tied: number;
  /** By cause: sums over the sets that contain it. */
  readonly sums: number;
  /** By cause, two numbers; see `sumActive`. */
  readonly before: number;
  /** By cell: weight of all sets that contain a cause or a pair, then the weight of each set. */
  readonly moments: number;
  readonly size: number;
}

export function layoutOf({ causes, cells }: Sets): Layout {
  const tied = cells;
  const sums = tied + causes;
  const before = sums + causes;
  const moments = before + 2 * causes;
  return { tied, sums, before, moments, size: moments + cells };
}

/**
 * Goes through every listed set. Writes its weight into the room of the set, and for each cause and each pair the sum of
 * the weights of all sets that contain it (a triple is contained in itself only).
 * @param isActive by cause: whether a pair or triple of it has a factor other than 1
 * @returns the sum of all weights
 */
export function sumAll(
  sets: Sets,
  { tied, moments }: Layout,
  room: Float64Array,
  isActive: Uint8Array,
): number {
  const { causes: n, pairStart, pairSecond, tripleStart, tripleThird, sizes, firstSet, firstTriple } = sets;
  const one = sizes[0] as number;
  const two = sizes[1] as number;
  const three = sizes[2] as number;
  const firstOne = moments + firstSet;
  const firstTwo = firstOne + n;
  room.fill(0, moments, firstOne);
  let total = 0;
  for (let i = 0; i < n; i++) {
    const fi = room[i] as number;
    const rowI = n + i * n;
    const sumI = moments + rowI;
    const begin = pairStart[i] as number;
    const end = pairStart[i + 1] as number;
    for (let pair = begin; pair < end; pair++) {
      const j = pairSecond[pair] as number;
      room[tied + j] = (room[j] as number) * (room[rowI + j] as number);
    }
    const alone = one * fi;
    room[firstOne + i] = alone;
    let ofI = alone;
    for (let pair = begin; pair < end; pair++) {
      const j = pairSecond[pair] as number;
      const both = fi * (room[tied + j] as number);
      const weight = two * both;
      room[firstTwo + pair] = weight;
      const third = three * both;
      const rowJ = n + j * n;
      const sumJ = moments + rowJ;
      let ofPair = weight;
      const from = tripleStart[pair] as number;
      const last = tripleStart[pair + 1] as number;
      // Mostly every third cause is listed: no need to look up which.
      const isWhole = last - from === n - 1 - j;
      const own = firstTriple + from - j - 1;
      const to = moments + own;
      if (isWhole && isActive[j] === 0) {
        for (let k = j + 1; k < n; k++) {
          const all = third * (room[tied + k] as number);
          room[to + k] = all;
          room[sumI + k] = (room[sumI + k] as number) + all;
          room[sumJ + k] = (room[sumJ + k] as number) + all;
          ofPair += all;
        }
      } else if (isWhole) {
        for (let k = j + 1; k < n; k++) {
          const all =
            third * (room[tied + k] as number) * (room[rowJ + k] as number) * (room[own + k] as number);
          room[to + k] = all;
          room[sumI + k] = (room[sumI + k] as number) + all;
          room[sumJ + k] = (room[sumJ + k] as number) + all;
          ofPair += all;
        }
      } else {
        for (let at = from; at < last; at++) {
          const k = tripleThird[at] as number;
          const cell = firstTriple + at;
          const all =
            third * (room[tied + k] as number) * (room[rowJ + k] as number) * (room[cell] as number);
          room[moments + cell] = all;
          room[sumI + k] = (room[sumI + k] as number) + all;
          room[sumJ + k] = (room[sumJ + k] as number) + all;
          ofPair += all;
        }
      }
      room[sumI + j] = (room[sumI + j] as number) + ofPair;
      ofI += ofPair;
    }
    total += ofI;
  }
  // Over the pairs with a cause, its triples come twice and its pairs once: half of (sum over pairs + the pairs themselves).
  for (let i = 0; i < n; i++) {
    let ofI = room[firstOne + i] as number;
    const sumI = moments + n + i * n;
    const end = pairStart[i + 1] as number;
    for (let pair = pairStart[i] as number; pair < end; pair++) {
      const j = pairSecond[pair] as number;
      const half = ((room[sumI + j] as number) + (room[firstTwo + pair] as number)) / 2;
      ofI += half;
      room[moments + j] = (room[moments + j] as number) + half;
    }
    room[moments + i] = (room[moments + i] as number) + ofI;
  }
  return total;
}

/**
 * Only the sum for each cause, where every set is listed: sets are gone through for the causes that answers tie together,
 * and the others, each with a factor of its own only, are added in closed form (elementary symmetric sums).
 * @param isActive by cause: whether a pair or triple of it has a factor other than 1
 * @param active room for as many causes
 * @returns the sum of all weights
 */
export function sumActive(
  { causes: n, sizes, thirdAt }: Sets,
  { tied, sums, before }: Layout,
  room: Float64Array,
  isActive: Uint8Array,
  active: Int32Array,
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
      room[sums + i] = 0;
      continue;
    }
    const a = room[i] as number;
    room[before + 2 * i] = e1;
    room[before + 2 * i + 1] = e2;
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
    const fi = room[i] as number;
    for (let q = p + 1; q < count; q++) {
      const j = active[q] as number;
      room[tied + j] = (room[j] as number) * (room[n + row + j] as number);
    }
    singles += fi;
    let ofI = withOne * fi;
    for (let q = p + 1; q < count; q++) {
      const j = active[q] as number;
      const both = fi * (room[tied + j] as number);
      pairs += both;
      let third = 0;
      if (three !== 0) {
        const rowJ = n + j * n;
        const own = thirdAt[row + j] as number;
        for (let r = q + 1; r < count; r++) {
          const k = active[r] as number;
          const all =
            both * (room[tied + k] as number) * (room[rowJ + k] as number) * (room[own + k] as number);
          room[sums + k] = (room[sums + k] as number) + three * all;
          third += all;
        }
      }
      triples += third;
      const ofPair = withTwo * both + three * third;
      room[sums + j] = (room[sums + j] as number) + ofPair;
      ofI += ofPair;
    }
    room[sums + i] = (room[sums + i] as number) + ofI;
  }
  // A free cause with: nothing else, other free causes, one or two active ones. Sums after it are gathered backwards.
  let after1 = 0;
  let after2 = 0;
  for (let i = n - 1; i >= 0; i--) {
    if (isActive[i]) continue;
    const a = room[i] as number;
    const before1 = room[before + 2 * i] as number;
    const others1 = before1 + after1;
    const others2 = (room[before + 2 * i + 1] as number) + before1 * after1 + after2;
    room[sums + i] =
      a * (one + two * others1 + three * others2 + singles * (two + three * others1) + three * pairs);
    after2 += after1 * a;
    after1 += a;
  }
  return one * e1 + two * e2 + three * e3 + withOne * singles + withTwo * pairs + three * triples;
}
