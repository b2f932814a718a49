// One interview on a network too large to list its sets. Sets are visited in the order of a bound on what they can weigh, and
// whatever is not visited is bounded: the share of probability left out is known, not hoped.
//
// - Causes that no answer ties to another ("free": without a link to an answer, or only to noes without misreports) are never
//   visited: all that they add to a set is a factor for its size, an elementary symmetric sum of their odds.
// - The others are sorted by u, the most that adding the cause can multiply the weight of any set by. For a noisy-OR answered
//   yes that is its own ratio (a second cause explains less than a first), for one answered no the ratio where all is quiet already.
// - A set is extended by causes in this order until the next one could not matter; the rest is bounded by
//   weight · (sum of u, sum of products of two u …) of the remaining ones. If all rests together exceed the tolerance, the search
//   starts again, finer. Everything depends on the answers only, in the order of the findings: not on history.
// - Where a yes has a hundred possible causes the probability is spread over millions of sets. Then the probabilities of causes
//   come from search-sums.ts, exact but for a rounding error that is bounded, and the kept sets only serve to choose a question.

import { emptyKept, type Kept, keepPair, keepTriple, sumKept } from './kept.ts';
import type { LargeNetwork } from './large.ts';
import { MOST_YESES, sumYeses } from './search-sums.ts';
import { bestQuestion, type Question } from './search-value.ts';
import { NONE } from './session.ts';

/** Sets visited before the sums are tried instead. */
const MOST_VISITED = 3_000;

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
  #leftOut = 0;

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
    this.#kept = emptyKept(n, this.#order);
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

  /** A bound on the error of each probability: the share of all sets that were not visited, or what rounding can have done. */
  leftOut(): number {
    this.#refresh();
    return this.#leftOut;
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
    let most = MOST_VISITED;
    while (!this.#visit(cut, most)) {
      if (this.#kept.leftOut === 1 || this.#kept.pairs + this.#kept.triples > most / 4) {
        // Too many sets: what is kept is coarse, and the probabilities are summed without visiting, where that can be.
        if (most === MOST_VISITED && this.#sumAll()) return;
        most = Number.POSITIVE_INFINITY;
      }
      cut /= 4;
    }
    sumKept(this.#network, this.#kept, this.#posterior);
    this.#leftOut = this.#kept.leftOut;
  }

  /** The sums over the subsets of yeses, when only yeses tie, and few enough of them; returns whether the error is tolerable. */
  #sumAll(): boolean {
    const { start, links, silence, leak, misreport, pairs, sizes, causes: n } = this.#network;
    const kept = this.#kept;
    const yeses: number[] = [];
    for (let answer = 0; answer < this.#count; answer++) {
      const finding = this.#answered[answer] as number;
      if (this.#states[finding] === 1) yeses.push(finding);
      else if ((misreport[finding] as number) > 0) return false;
    }
    if (yeses.length > MOST_YESES || pairs.size > 0) return false;
    const tied = kept.causes;
    const quiet = new Float64Array(yeses.length * tied).fill(1);
    yeses.forEach((finding, yes) => {
      for (let link = start[finding] as number; link < (start[finding + 1] as number); link++) {
        quiet[yes * tied + (kept.placeOf[links[link] as number] as number)] = silence[link] as number;
      }
    });
    const scaleOf = (finding: number) => (1 - (misreport[finding] as number)) * (leak[finding] as number);
    const none = yeses.map((finding) => chanceOf(scaleOf(finding), misreport[finding] as number, 1, 1));
    const mass = new Float64Array(tied);
    const sums = sumYeses(
      {
        count: yeses.length,
        causes: tied,
        most: Float64Array.from(
          yeses,
          (finding, at) => (1 - (misreport[finding] as number) / 2) / (none[at] as number),
        ),
        less: Float64Array.from(yeses, (finding, at) => scaleOf(finding) / (none[at] as number)),
        silence: quiet,
        odds: Float64Array.from(
          { length: tied },
          (_, place) => kept.odds[this.#order[place] as number] as number,
        ),
      },
      sizes,
      kept.free,
      mass,
    );
    if (sums.error > this.#tolerance) return false;
    sumKept(this.#network, this.#kept, this.#posterior);
    const [one = 0, two = 0, three = 0] = sizes;
    const [c0 = 0, c1 = 0, c2 = 0] = sums.outer;
    for (let cause = 0; cause < n; cause++) {
      const place = kept.placeOf[cause] as number;
      const a = kept.odds[cause] as number;
      const others = c1 - a * c0;
      const alone = one * c0 + two * others + three * (c2 - a * others);
      const weight = place >= 0 ? (mass[place] as number) : a * alone;
      this.#posterior[cause] = Math.min(1, Math.max(0, weight / sums.total));
    }
    this.#leftOut = sums.error;
    return true;
  }

  /** Factors and bounds of the causes that the answers speak of, sorted by bound. */
  #sort(): void {
    const network = this.#network;
    const {
      causes: n,
      odds,
      start,
      links,
      silence,
      leak,
      misreport,
      quietest,
      pairs,
      mostPair,
      sizes,
    } = network;
    const factor = this.#factor;
    const bound = this.#bound;
    const kept = this.#kept;
    const before = kept.odds;
    factor.set(odds);
    bound.set(odds);
    before.set(odds);
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
      const ties = state === 1 || share > 0;
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
        if (ties) this.#isTied[cause] = 1;
        else before[cause] = (before[cause] as number) * ratio;
      }
    }
    let count = 0;
    let e1 = 0;
    let e2 = 0;
    let e3 = 0;
    for (let cause = 0; cause < n; cause++) {
      if (this.#isTied[cause]) {
        bound[cause] = (bound[cause] as number) * (mostPair[cause] as number) ** 2;
        if (sizes[0] === 0 || (bound[cause] as number) < (factor[cause] as number))
          bound[cause] = factor[cause] as number;
        this.#order[count++] = cause;
        continue;
      }
      kept.placeOf[cause] = -1;
      const a = factor[cause] as number;
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
          const place = placeOf[links[link] as number] as number;
          if (place >= 0) call(place, link, answer);
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
      this.#ownRatio[own] =
        chanceOf(scale, share, silence[link] as number, state) / chanceOf(scale, share, 1, state);
    });
  }

  /** Visits sets down to a share of the whole; returns whether what was left out is within the tolerance. */
  #visit(share: number, most: number): boolean {
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
    kept.leftOut = 1;
    for (; p < kept.causes; p++) {
      if (kept.pairs + kept.triples > most) break;
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
        keepPair(kept, p, q, both);
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
            all *=
              (pairs.get(i < k ? i * n + k : k * n + i) ?? 1) *
              (pairs.get(j < k ? j * n + k : k * n + j) ?? 1);
          }
          keepTriple(kept, r, all);
          sum3 += all;
        }
        left += both * three * (suffix[3 * r] as number);
        this.#takeOut(q);
      }
      left += alone * (with2 * (suffix[3 * q] as number) + three * (suffix[3 * q + 1] as number));
      this.#takeOut(p);
    }
    left +=
      with1 * (suffix[3 * p] as number) +
      with2 * (suffix[3 * p + 1] as number) +
      three * (suffix[3 * p + 2] as number);
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
      this.#quiet[3 * answer + depth] =
        (this.#quiet[3 * answer + depth - 1] as number) * (this.#ownSilence[own] as number);
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
}

/** P(state | quiet): quiet is the product of `silence` over the causes present. */
function chanceOf(scale: number, share: number, quiet: number, state: number): number {
  const no = scale * quiet + share / 2;
  const p = state === 0 ? no : 1 - no;
  return p > LEAST ? p : LEAST;
}

/** A probability of 0 counts as this: a ratio must exist. */
const LEAST = 2 ** -100;
