// One interview on a network too large to list its sets. Sets are visited in the order of a bound on what they can weigh, and
// whatever is not visited is bounded: the share of probability left out is known, not hoped.
//
// - Causes without a link to any answer ("free") are never visited: all that they add to a set is a factor for its size, an
//   elementary symmetric sum of their odds.
// - The others are sorted by u, the most that adding the cause can multiply the weight of any set by. For a noisy-OR answered
//   yes that is its own ratio (a second cause explains less than a first), for one answered no the ratio where all is quiet already.
// - A set is extended by causes in this order until the next one could not matter; the rest is bounded by
//   weight · (sum of u, sum of products of two u …) of the remaining ones. If all rests together exceed the tolerance, the search
//   starts again, finer. Everything depends on the answers only, in the order of the findings: not on history.

import type { LargeNetwork } from './large.ts';
import { bestQuestion, type Question } from './search-value.ts';
import { NONE } from './session.ts';

/** Sets kept by the search; causes by their place in the order of u. Weights are without κ and without free causes. */
export interface Kept {
  /** Number of sorted causes, and of those that were visited. */
  causes: number;
  visited: number;
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
}

/** A weight below this share of the tolerance is not pursued in the first search; then a quarter of it, and so on. */
const FIRST_CUT = 1 / 64;

export class SearchSession {
  readonly #network: LargeNetwork;
  readonly #tolerance: number;
  readonly #states: Int8Array;
  readonly #answered: Int32Array;
  readonly #kept: Kept;
  readonly #factor: Float64Array;
  readonly #bound: Float64Array;
  readonly #order: Int32Array;
  readonly #suffix: Float64Array;
  /** By answer, in the order of the findings: causes of the set at hand that are linked to it, and the products of their silence. */
  readonly #depth: Int8Array;
  readonly #quiet: Float64Array;
  /** Answers linked to the cause at each place, from its start to the next. */
  readonly #ownStart: Int32Array;
  readonly #ownAnswer: Int32Array;
  readonly #ownSilence: Float64Array;
  readonly #ownRatio: Float64Array;
  readonly #isTied: Uint8Array;
  readonly #posterior: Float64Array;
  #count = 0;
  #isCurrent = false;

  /** @param tolerance most probability that may be left out, above 0 */
  constructor(network: LargeNetwork, tolerance = 1e-3) {
    if (!(tolerance > 0)) throw new RangeError('The search needs a tolerance above 0.');
    const { causes: n, findings } = network;
    this.#network = network;
    this.#tolerance = tolerance;
    this.#states = new Int8Array(findings).fill(NONE);
    this.#answered = new Int32Array(findings);
    this.#factor = new Float64Array(n);
    this.#bound = new Float64Array(n);
    this.#order = new Int32Array(n);
    this.#suffix = new Float64Array(3 * (n + 1));
    this.#depth = new Int8Array(findings);
    this.#quiet = new Float64Array(3 * findings).fill(1);
    this.#ownStart = new Int32Array(n + 2);
    this.#ownAnswer = new Int32Array(network.links.length);
    this.#ownSilence = new Float64Array(network.links.length);
    this.#ownRatio = new Float64Array(network.links.length);
    this.#isTied = new Uint8Array(n);
    this.#posterior = new Float64Array(n);
    this.#kept = {
      causes: 0,
      visited: 0,
      at: this.#order,
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
    };
  }

  /** Gives or changes an answer: 0 no, 1 yes, NONE to withdraw it. */
  answer(finding: number, state: number): void {
    if (this.#states[finding] === undefined || ![NONE, 0, 1].includes(state)) {
      throw new RangeError(`The network has no state ${state} of finding ${finding}.`);
    }
    if (this.#states[finding] === state) return;
    this.#states[finding] = state;
    this.#isCurrent = false;
  }

  withdraw(finding: number): void {
    this.answer(finding, NONE);
  }

  clear(): void {
    this.#states.fill(NONE);
    this.#isCurrent = false;
  }

  /** P(cause is present | answers), each at most `leftOut` from the truth. The array is the session's own. */
  posterior(): Float64Array {
    this.#refresh();
    return this.#posterior;
  }

  /** A bound on the probability of all sets that were not visited. */
  leftOut(): number {
    this.#refresh();
    return this.#kept.leftOut;
  }

  /** Number of sets that were visited. */
  visited(): number {
    this.#refresh();
    return this.#kept.visited + this.#kept.pairs + this.#kept.triples;
  }

  /** The unanswered finding that is expected to tell most about which causes are present; undefined when all are answered. */
  best(): Question | undefined {
    this.#refresh();
    return bestQuestion(this.#network, this.#states, this.#kept, this.#posterior);
  }

  #refresh(): void {
    if (this.#isCurrent) return;
    this.#isCurrent = true;
    this.#sort();
    let cut = FIRST_CUT * this.#tolerance;
    while (!this.#visit(cut)) cut /= 4;
    this.#sum();
  }

  /** Factors and bounds of the causes that the answers speak of, sorted by bound. */
  #sort(): void {
    const network = this.#network;
    const { causes: n, odds, start, links, silence, leak, misreport, quietest, pairs, mostPair, sizes } = network;
    const factor = this.#factor;
    const bound = this.#bound;
    const kept = this.#kept;
    factor.set(odds);
    bound.set(odds);
    this.#isTied.fill(0);
    for (const key of pairs.keys()) {
      this.#isTied[Math.floor(key / n)] = 1;
      this.#isTied[key % n] = 1;
    }
    this.#count = 0;
    for (let finding = 0; finding < this.#states.length; finding++) {
      const state = this.#states[finding] as number;
      if (state < 0) continue;
      this.#answered[this.#count++] = finding;
      const share = misreport[finding] as number;
      const scale = (1 - share) * (leak[finding] as number);
      const end = start[finding + 1] as number;
      for (let link = start[finding] as number; link < end; link++) {
        const cause = links[link] as number;
        const q = silence[link] as number;
        const ratio = chanceOf(scale, share, q, state) / chanceOf(scale, share, 1, state);
        factor[cause] = (factor[cause] as number) * ratio;
        // Yes: most where nothing else is present. No: most where two other causes have made it quiet already.
        const quiet = quietest[finding] as number;
        const most =
          state === 1 ? ratio : chanceOf(scale, share, quiet * q, 0) / chanceOf(scale, share, quiet, 0);
        bound[cause] = (bound[cause] as number) * most;
        this.#isTied[cause] = 1;
      }
    }
    let count = 0;
    let e1 = 0;
    let e2 = 0;
    let e3 = 0;
    for (let cause = 0; cause < n; cause++) {
      if (this.#isTied[cause]) {
        bound[cause] = (bound[cause] as number) * (mostPair[cause] as number) ** 2;
        if (sizes[0] === 0 || (bound[cause] as number) < (factor[cause] as number)) bound[cause] = factor[cause] as number;
        this.#order[count++] = cause;
        continue;
      }
      kept.placeOf[cause] = -1;
      const a = odds[cause] as number;
      e3 += e2 * a;
      e2 += e1 * a;
      e1 += a;
    }
    kept.free.set([1, e1, e2, e3]);
    kept.causes = count;
    this.#order.subarray(0, count).sort((a, b) => (bound[b] as number) - (bound[a] as number) || a - b);
    const suffix = this.#suffix;
    suffix.fill(0, 3 * count, 3 * count + 3);
    for (let place = count - 1; place >= 0; place--) {
      const cause = this.#order[place] as number;
      kept.placeOf[cause] = place;
      kept.single[place] = factor[cause] as number;
      const u = bound[cause] as number;
      const s1 = suffix[3 * place + 3] as number;
      const s2 = suffix[3 * place + 4] as number;
      suffix[3 * place] = s1 + u;
      suffix[3 * place + 1] = s2 + u * s1;
      suffix[3 * place + 2] = (suffix[3 * place + 5] as number) + u * s2;
    }
    this.#gatherOwn();
  }

  /** Lists the answers of each sorted cause, with what each says about the cause alone. */
  #gatherOwn(): void {
    const { start, links, silence, leak, misreport } = this.#network;
    const { placeOf, causes } = this.#kept;
    const next = this.#ownStart;
    // Counting sort by place; two ahead, so that filling in moves each start to where it belongs.
    next.fill(0, 0, causes + 2);
    const each = (call: (place: number, link: number, answer: number) => void) => {
      for (let answer = 0; answer < this.#count; answer++) {
        const finding = this.#answered[answer] as number;
        for (let link = start[finding] as number; link < (start[finding + 1] as number); link++) {
          call(placeOf[links[link] as number] as number, link, answer);
        }
      }
    };
    each((place) => {
      next[place + 2] = (next[place + 2] as number) + 1;
    });
    for (let place = 0; place < causes; place++) {
      next[place + 2] = (next[place + 2] as number) + (next[place + 1] as number);
    }
    each((place, link, answer) => {
      const own = next[place + 1] as number;
      next[place + 1] = own + 1;
      const finding = this.#answered[answer] as number;
      const share = misreport[finding] as number;
      const scale = (1 - share) * (leak[finding] as number);
      const state = this.#states[finding] as number;
      this.#ownAnswer[own] = answer;
      this.#ownSilence[own] = silence[link] as number;
      this.#ownRatio[own] = chanceOf(scale, share, silence[link] as number, state) / chanceOf(scale, share, 1, state);
    });
  }

  /** Visits sets down to a share of the whole; returns whether what was left out is within the tolerance. */
  #visit(share: number): boolean {
    const kept = this.#kept;
    const { sizes, pairs, causes: n } = this.#network;
    const [one = 0, two = 0, three = 0] = sizes;
    const [, e1 = 0, e2 = 0, e3 = 0] = kept.free;
    const with1 = one + two * e1 + three * e2;
    const with2 = two + three * e1;
    const { single } = kept;
    const suffix = this.#suffix;
    const bound = this.#bound;
    const order = this.#order;
    const none = one * e1 + two * e2 + three * e3;
    let rough = none;
    for (let place = 0; place < kept.causes; place++) rough += with1 * (single[place] as number);
    const cut = share * rough;
    let left = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    kept.pairs = 0;
    kept.triples = 0;
    let p = 0;
    for (; p < kept.causes; p++) {
      const i = order[p] as number;
      if (with1 * (bound[i] as number) + with2 * (suffix[3 * p + 1] as number) < cut) break;
      const alone = single[p] as number;
      sum1 += alone;
      this.#takeIn(p);
      let q = p + 1;
      for (; q < kept.causes; q++) {
        const j = order[q] as number;
        if (alone * (with2 * (bound[j] as number) + three * (suffix[3 * q + 1] as number)) < cut) break;
        let both = alone * (single[q] as number) * this.#tie(q);
        if (pairs.size > 0) both *= pairs.get(i < j ? i * n + j : j * n + i) ?? 1;
        if (both <= 0) continue;
        this.#keepPair(p, q, both);
        sum2 += both;
        if (three === 0) continue;
        if (both * three * (suffix[3 * q + 3] as number) < cut) {
          left += both * three * (suffix[3 * q + 3] as number);
          continue;
        }
        this.#takeIn(q);
        let r = q + 1;
        for (; r < kept.causes; r++) {
          const k = order[r] as number;
          if (both * three * (bound[k] as number) < cut) break;
          let all = both * (single[r] as number) * this.#tie(r);
          if (pairs.size > 0) {
            all *= (pairs.get(i < k ? i * n + k : k * n + i) ?? 1) * (pairs.get(j < k ? j * n + k : k * n + j) ?? 1);
          }
          this.#keepTriple(r, all);
          sum3 += all;
        }
        left += both * three * (suffix[3 * r] as number);
        this.#takeOut(q);
      }
      left += alone * (with2 * (suffix[3 * q] as number) + three * (suffix[3 * q + 1] as number));
      this.#takeOut(p);
    }
    left += with1 * (suffix[3 * p] as number) + with2 * (suffix[3 * p + 1] as number) + three * (suffix[3 * p + 2] as number);
    kept.visited = p;
    kept.tripleStart[kept.pairs] = kept.triples;
    kept.sums.set([1, sum1, sum2, sum3]);
    kept.total = none + with1 * sum1 + with2 * sum2 + three * sum3;
    kept.leftOut = left / (kept.total + left);
    return kept.leftOut <= this.#tolerance;
  }

  /** Takes the cause at a place into the set at hand: its answered findings become quieter by it. */
  #takeIn(place: number): void {
    const end = this.#ownStart[place + 1] as number;
    for (let own = this.#ownStart[place] as number; own < end; own++) {
      const answer = this.#ownAnswer[own] as number;
      const depth = (this.#depth[answer] as number) + 1;
      this.#depth[answer] = depth;
      this.#quiet[3 * answer + depth] = (this.#quiet[3 * answer + depth - 1] as number) * (this.#ownSilence[own] as number);
    }
  }

  #takeOut(place: number): void {
    const end = this.#ownStart[place + 1] as number;
    for (let own = this.#ownStart[place] as number; own < end; own++) {
      const answer = this.#ownAnswer[own] as number;
      this.#depth[answer] = (this.#depth[answer] as number) - 1;
    }
  }

  /** What the answers say about the cause at a place together with the set at hand, beyond what they say about each alone. */
  #tie(place: number): number {
    let tie = 1;
    const end = this.#ownStart[place + 1] as number;
    for (let own = this.#ownStart[place] as number; own < end; own++) {
      const answer = this.#ownAnswer[own] as number;
      const depth = this.#depth[answer] as number;
      if (depth === 0) continue;
      const quiet = this.#quiet[3 * answer + depth] as number;
      const finding = this.#answered[answer] as number;
      const share = this.#network.misreport[finding] as number;
      const scale = (1 - share) * (this.#network.leak[finding] as number);
      const state = this.#states[finding] as number;
      tie *=
        chanceOf(scale, share, quiet * (this.#ownSilence[own] as number), state) /
        (chanceOf(scale, share, quiet, state) * (this.#ownRatio[own] as number));
    }
    return tie;
  }

  #keepPair(first: number, second: number, weight: number): void {
    const kept = this.#kept;
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

  #keepTriple(third: number, weight: number): void {
    const kept = this.#kept;
    if (kept.triples >= kept.tripleThird.length) {
      kept.tripleThird = longer(kept.tripleThird, Int32Array);
      kept.tripleWeight = longer(kept.tripleWeight, Float64Array);
    }
    kept.tripleThird[kept.triples] = third;
    kept.tripleWeight[kept.triples++] = weight;
  }

  /** Adds up the kept sets for each cause. */
  #sum(): void {
    const kept = this.#kept;
    const { mass, ofPairs, single, free, sums } = kept;
    const { causes: n, odds } = this.#network;
    const [one = 0, two = 0, three = 0] = this.#network.sizes;
    const [, e1 = 0, e2 = 0] = free;
    const [, sum1 = 0, sum2 = 0] = sums;
    const with1 = one + two * e1 + three * e2;
    const with2 = two + three * e1;
    const posterior = this.#posterior;
    ofPairs.fill(0, 0, kept.causes);
    for (let place = 0; place < kept.causes; place++) {
      mass[place] = place < kept.visited ? with1 * (single[place] as number) : 0;
    }
    for (let pair = 0; pair < kept.pairs; pair++) {
      const p = kept.pairFirst[pair] as number;
      const q = kept.pairSecond[pair] as number;
      const both = kept.pairWeight[pair] as number;
      let weight = with2 * both;
      const end = kept.tripleStart[pair + 1] as number;
      for (let at = kept.tripleStart[pair] as number; at < end; at++) {
        const all = three * (kept.tripleWeight[at] as number);
        const r = kept.tripleThird[at] as number;
        mass[r] = (mass[r] as number) + all;
        weight += all;
      }
      mass[p] = (mass[p] as number) + weight;
      mass[q] = (mass[q] as number) + weight;
      ofPairs[p] = (ofPairs[p] as number) + both;
      ofPairs[q] = (ofPairs[q] as number) + both;
    }
    for (let cause = 0; cause < n; cause++) {
      const place = kept.placeOf[cause] as number;
      if (place >= 0) {
        posterior[cause] = (mass[place] as number) / kept.total;
        continue;
      }
      const a = odds[cause] as number;
      const others1 = Math.max(0, e1 - a);
      const others2 = Math.max(0, e2 - a * others1);
      const alone = one + two * others1 + three * others2 + sum1 * (two + three * others1) + sum2 * three;
      posterior[cause] = (a * alone) / kept.total;
    }
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

/** P(state | quiet): quiet is the product of `silence` over the causes present. */
function chanceOf(scale: number, share: number, quiet: number, state: number): number {
  const no = scale * quiet + share / 2;
  const p = state === 0 ? no : 1 - no;
  return p > LEAST ? p : LEAST;
}

/** A probability of 0 counts as this: a ratio must exist. */
const LEAST = 2 ** -100;
