// The sets that the search has visited, with room that grows when it must and is used again.

import type { LargeNetwork } from './large.ts';

/** Sets kept by the search; causes by their place in the order of u. Weights are without κ and without free causes. */
export interface Kept {
  /** Number of sorted causes, and of those that were visited. */
  causes: number;
  visited: number;
  /** One more than the largest place in any kept set. */
  width: number;
  /** Cause at each place, and place of each cause (-1 for free ones). */
  readonly at: Int32Array;
  readonly placeOf: Int32Array;
  readonly single: Float64Array;
  pairs: number;
  pairFirst: Int32Array;
  pairSecond: Int32Array;
  pairWeight: Float64Array;
  /** Triples that begin with a pair: from its start to the next pair's. */
  tripleStart: Int32Array;
  triples: number;
  tripleThird: Int32Array;
  tripleWeight: Float64Array;
  /** Elementary symmetric sums of the odds of the free causes, orders 1 to 3. */
  readonly free: Float64Array;
  /** Sums of the weights of sets of one, two, three visited causes. */
  readonly sums: Float64Array;
  /** By place: weight of all pairs with it (without κ), and of all sets with it. */
  readonly ofPairs: Float64Array;
  readonly mass: Float64Array;
  total: number;
  leftOut: number;
  /** Odds of each cause given the answers that tie nothing; of free ones all there is to say. */
  readonly odds: Float64Array;
}

/** Room for sets of n causes. */
export function emptyKept(n: number, at: Int32Array): Kept {
  return {
    causes: 0,
    visited: 0,
    width: 0,
    at,
    placeOf: new Int32Array(n).fill(-1),
    single: new Float64Array(n),
    pairs: 0,
    pairFirst: new Int32Array(1024),
    pairSecond: new Int32Array(1024),
    pairWeight: new Float64Array(1024),
    tripleStart: new Int32Array(1025),
    triples: 0,
    tripleThird: new Int32Array(1024),
    tripleWeight: new Float64Array(1024),
    free: new Float64Array(4),
    sums: new Float64Array(4),
    ofPairs: new Float64Array(n),
    mass: new Float64Array(n),
    total: 0,
    leftOut: 0,
    odds: new Float64Array(n),
  };
}

/** Notes a pair of places; the triples noted after it belong to it. */
export function keepPair(kept: Kept, first: number, second: number, weight: number): void {
  if (kept.pairs + 1 >= kept.pairFirst.length) {
    kept.pairFirst = longer(kept.pairFirst, Int32Array);
    kept.pairSecond = longer(kept.pairSecond, Int32Array);
    kept.pairWeight = longer(kept.pairWeight, Float64Array);
    kept.tripleStart = longer(kept.tripleStart, Int32Array);
  }
  kept.pairFirst[kept.pairs] = first;
  kept.pairSecond[kept.pairs] = second;
  kept.pairWeight[kept.pairs] = weight;
  kept.tripleStart[kept.pairs++] = kept.triples;
}

export function keepTriple(kept: Kept, third: number, weight: number): void {
  if (kept.triples >= kept.tripleThird.length) {
    kept.tripleThird = longer(kept.tripleThird, Int32Array);
    kept.tripleWeight = longer(kept.tripleWeight, Float64Array);
  }
  kept.tripleThird[kept.triples] = third;
  kept.tripleWeight[kept.triples++] = weight;
}

/** Adds up the kept sets for each cause, and writes the probability of every cause where that is asked for. */
export function sumKept(network: LargeNetwork, kept: Kept, posterior: Float64Array | undefined): void {
  const { mass, ofPairs, single, free, sums } = kept;
  const { causes: n } = network;
  const one = network.sizes[0] as number;
  const two = network.sizes[1] as number;
  const three = network.sizes[2] as number;
  const e1 = free[1] as number;
  const e2 = free[2] as number;
  const sum1 = sums[1] as number;
  const sum2 = sums[2] as number;
  const with1 = one + two * e1 + three * e2;
  const with2 = two + three * e1;
  ofPairs.fill(0, 0, kept.causes);
  for (let place = 0; place < kept.causes; place++) {
    mass[place] = place < kept.visited ? with1 * (single[place] as number) : 0;
  }
  const { pairFirst, pairSecond, pairWeight, tripleStart, tripleThird, tripleWeight } = kept;
  for (let pair = 0; pair < kept.pairs; pair++) {
    const p = pairFirst[pair] as number;
    const q = pairSecond[pair] as number;
    const both = pairWeight[pair] as number;
    let weight = with2 * both;
    const end = tripleStart[pair + 1] as number;
    for (let at = tripleStart[pair] as number; at < end; at++) {
      const all = three * (tripleWeight[at] as number);
      const r = tripleThird[at] as number;
      mass[r] = (mass[r] as number) + all;
      weight += all;
    }
    mass[p] = (mass[p] as number) + weight;
    mass[q] = (mass[q] as number) + weight;
    ofPairs[p] = (ofPairs[p] as number) + both;
    ofPairs[q] = (ofPairs[q] as number) + both;
  }
  if (!posterior) return;
  const { placeOf, odds, total } = kept;
  const scale = 1 / total;
  const always = one + two * sum1 + three * sum2;
  const withFree = two + three * sum1;
  for (let cause = 0; cause < n; cause++) {
    const place = placeOf[cause] as number;
    if (place >= 0) {
      posterior[cause] = (mass[place] as number) / total;
      continue;
    }
    const a = odds[cause] as number;
    const others1 = e1 > a ? e1 - a : 0;
    const others2 = e2 > a * others1 ? e2 - a * others1 : 0;
    posterior[cause] = a * (always + withFree * others1 + three * others2) * scale;
  }
}

function longer<Numbers extends Int32Array | Float64Array>(
  numbers: Numbers,
  make: new (length: number) => Numbers,
): Numbers {
  const copy = new make(2 * numbers.length);
  copy.set(numbers);
  return copy;
}
