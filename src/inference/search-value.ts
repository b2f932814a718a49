// The most telling question on a large network, without weighing them all. A finding tells nothing unless one of its parents is
// present; with t = Σ P(parent), its information is at most H(t) + t bits, and at most t · KL(answer with parents ‖ without). Most
// findings fall to these bounds.
// The others are worked out from the kept sets: findings with few parents from the moments of their parents (as in value.ts,
// free causes included), findings with many by going through the sets, where free parents are averaged over: that value is a lower
// bound, short by at most the probability of a free parent.

import { entropyOfTwo } from '../probability/index.ts';
import type { Kept } from './kept.ts';
import { type LargeNetwork, MOST_TABLED } from './large.ts';

export interface Question {
  readonly finding: number;
  /** Expected information about the set of causes, in bits. */
  readonly bits: number;
}

/** Finds it; of equals the first. */
export function bestQuestion(
  network: LargeNetwork,
  states: Int8Array,
  kept: Kept,
  posterior: Float64Array,
): Question | undefined {
  const { findings, start, links, tableStart, mostBits } = network;
  const touched = new Float64Array(findings);
  let likeliest = -1;
  for (let finding = 0; finding < findings; finding++) {
    if ((states[finding] as number) >= 0) continue;
    let sum = 0;
    const end = start[finding + 1] as number;
    for (let link = start[finding] as number; link < end; link++)
      sum += posterior[links[link] as number] as number;
    touched[finding] = sum;
    // Where to begin: about one half tells most.
    const distance = Math.abs(sum - 0.5);
    if (likeliest < 0 || distance < Math.abs((touched[likeliest] as number) - 0.5)) likeliest = finding;
  }
  if (likeliest < 0) return undefined;
  const moments = new Moments(network, kept, posterior);
  const worth = (finding: number) =>
    (tableStart[finding] as number) >= 0 ? moments.valueOf(finding) : valueByPass(network, kept, finding);
  let best = likeliest;
  let bits = worth(likeliest);
  let least = leastTouch(bits);
  for (let finding = 0; finding < findings; finding++) {
    const touch = touched[finding] as number;
    if (touch < least || touch * (mostBits[finding] as number) < bits) continue;
    if (finding === likeliest || (states[finding] as number) >= 0) continue;
    const value = worth(finding);
    if (value < bits || (value === bits && finding > best)) continue;
    best = finding;
    bits = value;
    least = leastTouch(bits);
  }
  return { finding: best, bits };
}

/** The least t with H(t) + t ≥ bits, a little below; by halving. */
function leastTouch(bits: number): number {
  let low = 0;
  let high = 0.5;
  for (let step = 0; step < 20; step++) {
    const t = (low + high) / 2;
    if (entropyOfTwo(t) + t < bits) low = t;
    else high = t;
  }
  return low;
}

/** Weights of the sets that contain given causes, of the kept sets and the free causes beside them. */
class Moments {
  readonly #network: LargeNetwork;
  readonly #kept: Kept;
  readonly #posterior: Float64Array;
  /** By pair of visited places (p < q, at p·visited + q): number of the kept pair + 1, and weight of all sets with both. */
  readonly #pairAt: Int32Array;
  readonly #together: Float64Array;

  constructor(network: LargeNetwork, kept: Kept, posterior: Float64Array) {
    this.#network = network;
    this.#kept = kept;
    this.#posterior = posterior;
    const width = Math.max(1, widthOf(kept));
    this.#width = width;
    this.#pairAt = new Int32Array(width * width);
    this.#together = new Float64Array(width * width);
    const [, two = 0, three = 0] = network.sizes;
    const with2 = two + three * (kept.free[1] as number);
    for (let pair = 0; pair < kept.pairs; pair++) {
      const p = kept.pairFirst[pair] as number;
      const q = kept.pairSecond[pair] as number;
      this.#pairAt[p * width + q] = pair + 1;
      let sum = with2 * (kept.pairWeight[pair] as number);
      for (let at = kept.tripleStart[pair] as number; at < (kept.tripleStart[pair + 1] as number); at++) {
        const r = kept.tripleThird[at] as number;
        const all = three * (kept.tripleWeight[at] as number);
        this.#together[p * width + r] = (this.#together[p * width + r] as number) + all;
        this.#together[q * width + r] = (this.#together[q * width + r] as number) + all;
        sum += all;
      }
      this.#together[p * width + q] = (this.#together[p * width + q] as number) + sum;
    }
  }

  readonly #width: number;
  /** Of the parents of the finding at hand: weight alone, and whether answers tie it. */
  readonly #weights = new Float64Array(MOST_TABLED);
  readonly #tied = new Uint8Array(MOST_TABLED);

  /** H(answer) − Σ H(answer | set), by the tables of the finding. */
  valueOf(finding: number): number {
    const { start, links, tableStart, chances, entropies, leak, misreport } = this.#network;
    const from = start[finding] as number;
    const p = (start[finding + 1] as number) - from;
    const total = this.#kept.total;
    let at = tableStart[finding] as number;
    let chance = 0;
    let within = 0;
    const { placeOf, single, visited, odds } = this.#kept;
    const three = (this.#network.sizes[2] as number) / total;
    const two = (this.#network.sizes[1] as number) / total;
    const e1 = this.#kept.free[1] as number;
    const sum1 = this.#kept.sums[1] as number;
    const weights = this.#weights;
    const tied = this.#tied;
    for (let i = 0; i < p; i++) {
      const cause = links[from + i] as number;
      const place = placeOf[cause] as number;
      tied[i] = place < 0 ? 0 : 1;
      weights[i] = place < 0 ? (odds[cause] as number) : place < visited ? (single[place] as number) : 0;
      const moment = this.#posterior[cause] as number;
      chance += moment * (chances[at] as number);
      within += moment * (entropies[at++] as number);
    }
    for (let i = 0; i < p; i++) {
      for (let j = i + 1; j < p; j++) {
        // Two free causes, the commonest case, here; a call for the others.
        const a = weights[i] as number;
        const b = weights[j] as number;
        const moment =
          (tied[i] as number) + (tied[j] as number) === 0
            ? a * b * (two + three * (Math.max(0, e1 - a - b) + sum1))
            : this.#pair(links[from + i] as number, links[from + j] as number) / total;
        chance += moment * (chances[at] as number);
        within += moment * (entropies[at++] as number);
      }
    }
    if (three === 0) at += (p * (p - 1) * (p - 2)) / 6;
    for (let i = 0; three > 0 && i < p; i++) {
      for (let j = i + 1; j < p; j++) {
        const both = (weights[i] as number) * (weights[j] as number) * three;
        const ties = (tied[i] as number) + (tied[j] as number);
        for (let k = j + 1; k < p; k++) {
          // Up to one of the three is tied by answers: then their weights multiply, without looking the set up.
          const moment =
            ties + (tied[k] as number) < 2
              ? both * (weights[k] as number)
              : this.#triple(
                  links[from + i] as number,
                  links[from + j] as number,
                  links[from + k] as number,
                ) / total;
          chance += moment * (chances[at] as number);
          within += moment * (entropies[at++] as number);
        }
      }
    }
    const share = misreport[finding] as number;
    const silent = (1 - share) * (leak[finding] as number) + share / 2;
    const no = silent + chance;
    const alone = entropyOfTwo(silent);
    return Math.max(0, entropyOfTwo(no) - alone - within);
  }

  /** Weight of all sets with both causes, of which answers tie one or both. */
  #pair(a: number, b: number): number {
    const { sizes } = this.#network;
    const { odds } = this.#kept;
    const [, two = 0, three = 0] = sizes;
    const { placeOf, free, single, ofPairs } = this.#kept;
    const p = placeOf[a] as number;
    const q = placeOf[b] as number;
    const [, e1 = 0] = free;
    if (p >= 0 && q >= 0) {
      const low = Math.min(p, q);
      const high = Math.max(p, q);
      return high < this.#width ? (this.#together[low * this.#width + high] as number) : 0;
    }
    const z = odds[p < 0 ? a : b] as number;
    const place = p < 0 ? q : p;
    if (place >= this.#kept.visited) return 0;
    return (
      z *
      ((single[place] as number) * (two + three * Math.max(0, e1 - z)) + (ofPairs[place] as number) * three)
    );
  }

  /** Weight of the set of these three causes. */
  #triple(a: number, b: number, c: number): number {
    const three = this.#network.sizes[2] as number;
    const { placeOf, visited, single, tripleStart, tripleThird, tripleWeight, pairWeight } = this.#kept;
    let weight = three;
    let low = -1;
    let mid = -1;
    let high = -1;
    for (const cause of [a, b, c]) {
      const place = placeOf[cause] as number;
      if (place < 0) {
        weight *= this.#kept.odds[cause] as number;
        continue;
      }
      if (place >= visited) return 0;
      if (place > high) {
        low = mid;
        mid = high;
        high = place;
      } else if (place > mid) {
        low = mid;
        mid = place;
      } else low = place;
    }
    if (high < 0) return weight;
    if (mid < 0) return weight * (single[high] as number);
    if (high >= this.#width) return 0;
    const pair = (this.#pairAt[(low < 0 ? mid : low) * this.#width + (low < 0 ? high : mid)] as number) - 1;
    if (pair < 0) return 0;
    if (low < 0) return weight * (pairWeight[pair] as number);
    for (let at = tripleStart[pair] as number; at < (tripleStart[pair + 1] as number); at++) {
      if (tripleThird[at] === high) return weight * (tripleWeight[at] as number);
    }
    return 0;
  }
}

/** One more than the largest place in any kept set. */
function widthOf(kept: Kept): number {
  let width = 0;
  for (let pair = 0; pair < kept.pairs; pair++)
    width = Math.max(width, (kept.pairSecond[pair] as number) + 1);
  for (let at = 0; at < kept.triples; at++) width = Math.max(width, (kept.tripleThird[at] as number) + 1);
  return width;
}

/** About the visited causes only, free parents averaged over. */
function valueByPass(network: LargeNetwork, kept: Kept, finding: number): number {
  const { start, links, silence, leak, misreport, sizes } = network;
  const [one = 0, two = 0, three = 0] = sizes;
  const { placeOf, free, single, total, visited, odds, pairFirst, pairSecond, pairWeight } = kept;
  const { tripleStart, tripleThird, tripleWeight } = kept;
  const quiet = new Float64Array(Math.max(kept.causes, 1)).fill(1);
  // Elementary symmetric sums of odds · silence over the free causes: 1 − silence is taken off where the finding has a link.
  let e1 = free[1] as number;
  let e2 = free[2] as number;
  let e3 = free[3] as number;
  for (let link = start[finding] as number; link < (start[finding + 1] as number); link++) {
    const cause = links[link] as number;
    const place = placeOf[cause] as number;
    if (place >= 0) {
      quiet[place] = silence[link] as number;
      continue;
    }
    // Replace the odds a by a·q: take the cause out of the sums, and put it in again with its new odds.
    const a = odds[cause] as number;
    const off1 = Math.max(0, e1 - a);
    const off2 = Math.max(0, e2 - a * off1);
    const off3 = Math.max(0, e3 - a * off2);
    const b = a * (silence[link] as number);
    e3 = off3 + b * off2;
    e2 = off2 + b * off1;
    e1 = off1 + b;
  }
  const share = misreport[finding] as number;
  const scale = (1 - share) * (leak[finding] as number);
  const [, f1 = 0, f2 = 0, f3 = 0] = free;
  const with1 = one + two * f1 + three * f2;
  const with2 = two + three * f1;
  const quiet1 = (one + two * e1 + three * e2) / with1;
  const quiet2 = (two + three * e1) / with2;
  let chance = 0;
  let within = 0;
  const add = (weight: number, silent: number) => {
    const no = scale * silent + share / 2;
    chance += weight * no;
    within += weight * entropyOfTwo(no);
  };
  // Sets without a parent of the finding differ by size only; the logarithms are worked out once for them.
  const none = one * f1 + two * f2 + three * f3;
  let without1 = 0;
  let without2 = 0;
  let without3 = 0;
  for (let p = 0; p < visited; p++) {
    const silent = quiet[p] as number;
    if (silent === 1) without1 += single[p] as number;
    else add((with1 * (single[p] as number)) / total, quiet1 * silent);
  }
  for (let pair = 0; pair < kept.pairs; pair++) {
    const both = (quiet[pairFirst[pair] as number] as number) * (quiet[pairSecond[pair] as number] as number);
    if (both === 1) without2 += pairWeight[pair] as number;
    else add((with2 * (pairWeight[pair] as number)) / total, quiet2 * both);
    const end = tripleStart[pair + 1] as number;
    for (let at = tripleStart[pair] as number; at < end; at++) {
      const all = both * (quiet[tripleThird[at] as number] as number);
      if (all === 1) without3 += tripleWeight[at] as number;
      else add((three * (tripleWeight[at] as number)) / total, all);
    }
  }
  if (none > 0) add(none / total, (one * e1 + two * e2 + three * e3) / none);
  add((with1 * without1) / total, quiet1);
  add((with2 * without2) / total, quiet2);
  add((three * without3) / total, 1);
  return Math.max(0, entropyOfTwo(chance) - within);
}
