// The hypotheses of a network of product size, listed once: every set of up to three causes whose prior is worth it, in
// the order singles, pairs, triples, each from small to large. A set is only there when all of its subsets are.
//
// What is stored about sets has its address ("cell") in one flat array: cause i at i, the pair i < j at n + i·n + j (a
// square, so that no search is needed), then a room for each set in the order of the list. The cell of a triple is its
// place in that list: nothing larger contains it.

import type { NetworkSpec } from './network.ts';
import { reachOf } from './reach.ts';

export interface Sets {
  /** Number of causes. */
  readonly causes: number;
  /** Number of sets. */
  readonly size: number;
  readonly pairs: number;
  readonly triples: number;
  /** Pairs, in order: their causes, and where the triples that begin with them start (one more entry than pairs). */
  readonly pairFirst: Uint16Array;
  readonly pairSecond: Uint16Array;
  readonly tripleStart: Int32Array;
  readonly tripleThird: Uint16Array;
  /** Where the pairs that begin with a cause start (one more entry than causes). */
  readonly pairStart: Int32Array;
  /** By pair i < j, at i·n + j, where all triples are listed: the cell of the triple with a third k > j, less k. */
  readonly thirdAt: Int32Array;
  /** Cell of the first set, and of the first triple. */
  readonly firstSet: number;
  readonly firstTriple: number;
  /** Number of cells. */
  readonly cells: number;
  /** Prior part of each cell: odds for a cause, κ-free pair factor for a pair, 1 for a triple. */
  readonly base: Float64Array;
  /** By cause: whether any of its pairs has a factor other than 1. */
  readonly isLinked: Uint8Array;
  /** How far `base` reaches, see `reachOf`. */
  readonly reach: number;
  /** κ(1), κ(2), κ(3). */
  readonly sizes: Float64Array;
  /** Whether every set of up to K causes is listed. */
  readonly isFull: boolean;
  /** Prior probability of the sets that were left out, relative to all. */
  readonly leftOut: number;
}

/** Lists the sets of a network with at most three causes at once. */
export function setsOf({ odds, kinds, sizes, pairs = [], least = 0 }: NetworkSpec): Sets {
  const n = odds.length;
  const [one = 1, two = 0, three = 0] = sizes;
  const factors = new Float64Array(n * n).fill(1);
  for (const { a, b, times } of pairs) factors[Math.min(a, b) * n + Math.max(a, b)] = times;
  if (kinds) {
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) if (kinds[i] === kinds[j]) factors[i * n + j] = 0;
    }
  }
  const o = Float64Array.from(odds);
  const f = (i: number, j: number) => factors[i * n + j] as number;
  const floor = least * odds.reduce((sum, each) => sum + each, 0);
  const isPair = new Uint8Array(n * n);
  const first: number[] = [];
  const second: number[] = [];
  const third: number[] = [];
  const tripleStart: number[] = [];
  const pairStart = new Int32Array(n + 1);
  let kept = 0;
  let cut = 0;
  for (let i = 0; i < n; i++) {
    kept += one * (o[i] as number);
    for (let j = i + 1; j < n; j++) {
      const weight = two * (o[i] as number) * (o[j] as number) * f(i, j);
      isPair[i * n + j] = weight > floor ? 1 : 0;
      if (weight > floor) kept += weight;
      else cut += weight;
    }
  }
  for (let i = 0; i < n; i++) {
    pairStart[i] = first.length;
    for (let j = i + 1; j < n; j++) {
      const listed = isPair[i * n + j] === 1;
      if (listed) {
        first.push(i);
        second.push(j);
        tripleStart.push(third.length);
      }
      if (three === 0) continue;
      for (let k = j + 1; k < n; k++) {
        const weight =
          three * (o[i] as number) * (o[j] as number) * (o[k] as number) * f(i, j) * f(i, k) * f(j, k);
        if (listed && weight > floor && isPair[i * n + k] && isPair[j * n + k]) {
          third.push(k);
          kept += weight;
        } else cut += weight;
      }
    }
  }
  pairStart[n] = first.length;
  tripleStart.push(third.length);
  const firstSet = n + n * n;
  const firstTriple = firstSet + n + first.length;
  const thirdAt = new Int32Array(n * n);
  first.forEach((i, pair) => {
    const j = second[pair] as number;
    thirdAt[i * n + j] = firstTriple + (tripleStart[pair] as number) - j - 1;
  });
  const isLinked = new Uint8Array(n);
  factors.forEach((factor, at) => {
    if (factor !== 1) isLinked[Math.floor(at / n)] = isLinked[at % n] = 1;
  });
  const base = new Float64Array(firstTriple + third.length).fill(1);
  base.set(o);
  base.set(factors, n);
  return {
    causes: n,
    size: n + first.length + third.length,
    pairs: first.length,
    triples: third.length,
    pairFirst: Uint16Array.from(first),
    pairSecond: Uint16Array.from(second),
    tripleStart: Int32Array.from(tripleStart),
    tripleThird: Uint16Array.from(third),
    pairStart,
    thirdAt,
    firstSet,
    firstTriple,
    cells: base.length,
    base,
    isLinked,
    reach: reachOf(base),
    sizes: Float64Array.of(one, two, three),
    isFull:
      (two === 0 || first.length === (n * (n - 1)) / 2) &&
      (three === 0 || third.length === (n * (n - 1) * (n - 2)) / 6) &&
      factors.every((factor) => factor === 1),
    leftOut: cut / (kept + cut),
  };
}

/** The causes of every set, in the order of the sets. */
export function membersOf({
  causes,
  pairs,
  pairFirst,
  pairSecond,
  tripleStart,
  tripleThird,
}: Sets): number[][] {
  const members: number[][] = Array.from({ length: causes }, (_, i) => [i]);
  for (let pair = 0; pair < pairs; pair++)
    members.push([pairFirst[pair] as number, pairSecond[pair] as number]);
  for (let pair = 0; pair < pairs; pair++) {
    for (let at = tripleStart[pair] as number; at < (tripleStart[pair + 1] as number); at++) {
      members.push([pairFirst[pair] as number, pairSecond[pair] as number, tripleThird[at] as number]);
    }
  }
  return members;
}
