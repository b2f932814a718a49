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

import { emptyKept, type Kept, sumKept } from './kept.ts';
import type { LargeNetwork } from './large.ts';
import { type Given, giveAnswer, noAnswers, sortCauses, takeAllBack } from './search-answers.ts';
import { posteriorFromSums } from './search-sums.ts';
import { bestQuestion, emptyWeighing, type Question, type Weighing } from './search-value.ts';
import { visitSets } from './search-visit.ts';
import { NONE } from './session.ts';

/** Sets visited before the sums are tried instead. */
const MOST_VISITED = 3_000;

/** A weight below this share of the tolerance is not pursued in the first search; then a quarter of it, and so on. */
const FIRST_CUT = 1 / 64;

export class SearchSession {
  readonly #network: LargeNetwork;
  readonly #tolerance: number;
  readonly #given: Given;
  readonly #kept: Kept;
  readonly #weighing: Weighing;
  readonly #posterior: Float64Array;
  #isCurrent = false;
  #leftOut = 0;

  /** @param tolerance most probability that may be left out, above 0 */
  constructor(network: LargeNetwork, tolerance = 1e-3) {
    if (!(tolerance > 0)) throw new RangeError('The search needs a tolerance above 0.');
    this.#network = network;
    this.#tolerance = tolerance;
    this.#given = noAnswers(network);
    this.#kept = emptyKept(network.causes, this.#given.order);
    this.#weighing = emptyWeighing(network);
    this.#posterior = new Float64Array(network.causes);
  }

  /** Gives or changes an answer: 0 no, 1 yes, NONE to withdraw it. */
  answer(finding: number, state: number): void {
    const before = this.#given.states[finding];
    if (before === undefined || (state !== NONE && state !== 0 && state !== 1)) {
      throw new RangeError(`The network has no state ${state} of finding ${finding}.`);
    }
    if (before === state) return;
    giveAnswer(this.#given, finding, state);
    this.#isCurrent = false;
  }

  withdraw(finding: number): void {
    this.answer(finding, NONE);
  }

  clear(): void {
    takeAllBack(this.#given);
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
    return bestQuestion(this.#network, this.#given.states, this.#kept, this.#posterior, this.#weighing);
  }

  #refresh(): void {
    if (this.#isCurrent) return;
    this.#isCurrent = true;
    const network = this.#network;
    const given = this.#given;
    const kept = this.#kept;
    sortCauses(network, given, kept);
    let most = MOST_VISITED;
    for (let cut = FIRST_CUT * this.#tolerance; ; cut /= 4) {
      visitSets(network, given, kept, cut, most);
      if (kept.leftOut <= this.#tolerance) break;
      if (kept.pairs + kept.triples <= most / 4) continue;
      // Too many sets: what is kept is coarse, and the probabilities are summed without visiting, where that can be.
      if (most === MOST_VISITED) {
        const error = posteriorFromSums(network, given, kept, this.#tolerance, this.#posterior);
        if (error <= this.#tolerance) {
          this.#leftOut = error;
          sumKept(network, kept, undefined);
          return;
        }
      }
      most = Number.POSITIVE_INFINITY;
    }
    sumKept(network, kept, this.#posterior);
    this.#leftOut = kept.leftOut;
  }
}
