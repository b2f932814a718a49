// Weights of all sets that contain given causes, from the kept sets and the free causes beside them, and what a question with few
// parents is worth by them.

import { entropyOfTwo } from '../probability/index.ts';
import type { Kept } from './kept.ts';
import { type LargeNetwork, MOST_TABLED } from './large.ts';

export interface Moments {
  /** Places in kept sets are below this. */
  width: number;
  /** By pair of places p < q, at p·width + q: number of the kept pair + 1, and weight of all sets with both. */
  pairAt: Int32Array;
  together: Float64Array;
  /** Of the parents of the finding at hand: place (-1: free), weight alone, and weight of the kept pairs with it. */
  readonly place: Int32Array;
  readonly weight: Float64Array;
  readonly ofPairs: Float64Array;
}

export function emptyMoments(): Moments {
  return {
    width: 0,
    pairAt: new Int32Array(),
    together: new Float64Array(),
    place: new Int32Array(MOST_TABLED),
    weight: new Float64Array(MOST_TABLED),
    ofPairs: new Float64Array(MOST_TABLED),
  };
}

/** Adds up the kept sets by pair. */
export function gatherMoments({ sizes }: LargeNetwork, kept: Kept, moments: Moments): void {
  const { width, pairFirst, pairSecond, pairWeight, tripleStart, tripleThird, tripleWeight } = kept;
  moments.width = width;
  if (moments.pairAt.length < width * width) {
    moments.pairAt = new Int32Array(2 * width * width);
    moments.together = new Float64Array(2 * width * width);
  }
  const { pairAt, together } = moments;
  pairAt.fill(0, 0, width * width);
  together.fill(0, 0, width * width);
  const three = sizes[2] as number;
  const with2 = (sizes[1] as number) + three * (kept.free[1] as number);
  for (let pair = 0; pair < kept.pairs; pair++) {
    const rowP = (pairFirst[pair] as number) * width;
    const q = pairSecond[pair] as number;
    const rowQ = q * width;
    pairAt[rowP + q] = pair + 1;
    let sum = with2 * (pairWeight[pair] as number);
    const end = tripleStart[pair + 1] as number;
    for (let at = tripleStart[pair] as number; at < end; at++) {
      const r = tripleThird[at] as number;
      const all = three * (tripleWeight[at] as number);
      together[rowP + r] = (together[rowP + r] as number) + all;
      together[rowQ + r] = (together[rowQ + r] as number) + all;
      sum += all;
    }
    together[rowP + q] = (together[rowP + q] as number) + sum;
  }
}

/** H(answer) − Σ H(answer | set) in bits, by the tables of the finding. */
export function valueByTables(
  network: LargeNetwork,
  kept: Kept,
  posterior: Float64Array,
  moments: Moments,
  finding: number,
): number {
  const { start, links, tableStart, chances, entropies, sizes, worth } = network;
  const { placeOf, single, visited, odds, ofPairs, total } = kept;
  const { place, weight, ofPairs: withOthers } = moments;
  const from = start[finding] as number;
  const p = (start[finding + 1] as number) - from;
  const two = (sizes[1] as number) / total;
  const three = (sizes[2] as number) / total;
  let at = tableStart[finding] as number;
  let chance = 0;
  let within = 0;
  let tied = 0;
  for (let i = 0; i < p; i++) {
    const cause = links[from + i] as number;
    const own = placeOf[cause] as number;
    const isKept = own >= 0 && own < visited;
    place[i] = own;
    if (own >= 0) tied++;
    weight[i] = own < 0 ? (odds[cause] as number) : isKept ? (single[own] as number) : 0;
    withOthers[i] = isKept ? (ofPairs[own] as number) : 0;
    const moment = posterior[cause] as number;
    chance += moment * (chances[at] as number);
    within += moment * (entropies[at++] as number);
  }
  const e1 = kept.free[1] as number;
  const all1 = e1 + (kept.sums[1] as number);
  for (let i = 0; i < p; i++) {
    const a = weight[i] as number;
    const isTied = (place[i] as number) >= 0;
    for (let j = i + 1; j < p; j++) {
      const b = weight[j] as number;
      let moment: number;
      if ((place[j] as number) < 0) {
        // With a free cause weights multiply; what else may be present is what neither is.
        const others = isTied ? e1 - b : all1 - a - b;
        moment = a * b * (two + three * (others > 0 ? others : 0)) + b * three * (withOthers[i] as number);
      } else if (isTied) moment = pairOf(moments, place[i] as number, place[j] as number) / total;
      else {
        const others = e1 - a;
        moment = a * b * (two + three * (others > 0 ? others : 0)) + a * three * (withOthers[j] as number);
      }
      chance += moment * (chances[at] as number);
      within += moment * (entropies[at++] as number);
    }
  }
  if (three > 0) {
    for (let i = 0; i < p; i++) {
      for (let j = i + 1; j < p; j++) {
        const both = (weight[i] as number) * (weight[j] as number) * three;
        for (let k = j + 1; k < p; k++) {
          // Up to one of the three is tied by answers: then their weights multiply, without looking the set up.
          const moment = tied < 2 ? both * (weight[k] as number) : three * tripleOf(kept, moments, i, j, k);
          chance += moment * (chances[at] as number);
          within += moment * (entropies[at++] as number);
        }
      }
    }
  }
  const silent = worth.silent[finding] as number;
  const value = entropyOfTwo(silent + chance) - entropyOfTwo(silent) - within;
  return value > 0 ? value : 0;
}

/** Weight of all sets with the causes at both places. */
function pairOf({ width, together }: Moments, p: number, q: number): number {
  const low = p < q ? p : q;
  const high = p < q ? q : p;
  return high < width ? (together[low * width + high] as number) : 0;
}

/** Weight of the set of three parents of the finding at hand, without κ. */
function tripleOf(kept: Kept, moments: Moments, i: number, j: number, k: number): number {
  const { place, weight, pairAt, width } = moments;
  let free = 1;
  let low = -1;
  let mid = -1;
  let high = -1;
  for (let at = 0; at < 3; at++) {
    const parent = at === 0 ? i : at === 1 ? j : k;
    const own = place[parent] as number;
    if (own < 0) free *= weight[parent] as number;
    else if (own > high) {
      low = mid;
      mid = high;
      high = own;
    } else if (own > mid) {
      low = mid;
      mid = own;
    } else low = own;
  }
  if (mid < 0) return (weight[i] as number) * (weight[j] as number) * (weight[k] as number);
  if (high >= width) return 0;
  const { tripleStart, tripleThird, tripleWeight, pairWeight } = kept;
  const first = low < 0 ? mid : low;
  const second = low < 0 ? high : mid;
  const pair = (pairAt[first * width + second] as number) - 1;
  if (pair < 0) return 0;
  if (low < 0) return free * (pairWeight[pair] as number);
  const end = tripleStart[pair + 1] as number;
  for (let at = tripleStart[pair] as number; at < end; at++) {
    if (tripleThird[at] === high) return tripleWeight[at] as number;
  }
  return 0;
}
