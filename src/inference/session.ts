// One interview on a network of product size: give, change or withdraw an answer, read probabilities, weigh questions.
//
// The belief is kept as one factor for each cell (see sets.ts): what the answers say about cause i, about i and j beyond
// what they say of each, and so on. The weight of a set is the product of the factors of its subsets. Factors are
// multiplied afresh in the order of the findings whenever an answer has changed: that costs a tenth of adding up the
// sets, and the result cannot depend on order or history, to the last bit. Only + − × ÷ are used, so neither on the platform.
//
// Where that form would lose digits (a probability of 0, or more than 75 orders of magnitude between causes) the weights
// are multiplied set by set instead: slower, and always right.

import { emptyStrength, multiplyGroups, multiplySets, type Strength } from './direct.ts';
import { type Enumeration, enumerateActive, enumerateAll } from './enumerate.ts';
import type { Tables } from './tables.ts';
import { classValues, setValues } from './value.ts';

/** No answer: not asked, or not sure. */
export const NONE = -1;

/** Factors between these bounds are trusted: no product of the seven of a triple leaves the doubles. */
const MOST_REACH = 250;
const LEAST_FACTOR = 2 ** -MOST_REACH;
const MOST_FACTOR = 2 ** MOST_REACH;
const LEAST_TOTAL = 2 ** -600;

/** Looked at only when the answers together could have left the bounds. A factor of 0 excludes a pair and is fine. */
function isTame(factors: Float64Array): boolean {
  for (let at = 0; at < factors.length; at++) {
    const factor = factors[at] as number;
    if (factor !== 0 && !(factor >= LEAST_FACTOR && factor <= MOST_FACTOR)) return false;
  }
  return true;
}

export class Session {
  readonly #tables: Tables;
  readonly #states: Int16Array;
  /** The answers that the factors hold: finding, state, finding, state … */
  readonly #multiplied: Int32Array;
  readonly #factors: Float64Array;
  readonly #moments: Float64Array;
  readonly #weights: Float64Array;
  readonly #strengths: Strength[];
  readonly #scratch: Enumeration;
  readonly #posterior: Float64Array;
  readonly #values: Float64Array;
  readonly #isActive: Uint8Array;
  #count = 0;
  #isCurrent = false;
  #isSummed = false;
  #isDirect = false;
  #total = 0;

  constructor(tables: Tables) {
    const { sets, states, groups } = tables;
    this.#tables = tables;
    this.#states = new Int16Array(states.length).fill(NONE);
    this.#multiplied = new Int32Array(2 * states.length);
    this.#factors = Float64Array.from(sets.base);
    this.#moments = new Float64Array(sets.cells);
    this.#weights = this.#moments.subarray(sets.firstSet);
    this.#strengths = Array.from({ length: groups }, emptyStrength);
    const n = sets.causes;
    this.#scratch = {
      tied: new Float64Array(n * n),
      active: new Int32Array(n),
      free: new Float64Array(4 * n + 4),
    };
    this.#posterior = new Float64Array(n);
    this.#values = new Float64Array(states.length);
    this.#isActive = new Uint8Array(n);
  }

  /**
   * Gives or changes an answer.
   * @param state number of the state, or NONE to withdraw
   * @throws RangeError for a finding or state that the network does not have
   */
  answer(finding: number, state: number): void {
    const most = this.#tables.states[finding];
    if (most === undefined || (state | 0) !== state || state < NONE || state >= most) {
      throw new RangeError(`The network has no state ${state} of finding ${finding}.`);
    }
    if (this.#states[finding] === state) return;
    this.#states[finding] = state;
    this.#isCurrent = false;
    const group = this.#tables.group[finding] as number;
    if (group >= 0) (this.#strengths[group] as Strength).isCurrent = false;
  }

  /** Takes an answer back, as if it had not been given. */
  withdraw(finding: number): void {
    this.answer(finding, NONE);
  }

  /** Takes all answers back. */
  clear(): void {
    this.#states.fill(NONE);
    for (const strength of this.#strengths) strength.isCurrent = false;
    this.#isCurrent = false;
  }

  /** The state answered, or NONE. */
  stateOf(finding: number): number {
    return this.#states[finding] ?? NONE;
  }

  /** P(cause is present | answers), alone or with others. The array is the session's own: read it before the next call. */
  posterior(): Float64Array {
    this.#refresh();
    const { sets } = this.#tables;
    const out = this.#posterior;
    if (sets.isFull && !this.#isDirect) {
      const total = enumerateActive(sets, this.#factors, this.#isActive, this.#scratch, out);
      if (total >= LEAST_TOTAL && total < Number.POSITIVE_INFINITY) {
        for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) / total;
        return out;
      }
    }
    this.#sum();
    for (let i = 0; i < out.length; i++) out[i] = (this.#moments[i] as number) / this.#total;
    return out;
  }

  /**
   * Writes the probability of every set, in the order of `membersOf`. They sum to 1.
   * @returns `out`
   */
  setProbabilities(out: Float64Array = new Float64Array(this.#tables.sets.size)): Float64Array {
    this.#sum();
    for (let at = 0; at < out.length; at++) out[at] = (this.#weights[at] as number) / this.#total;
    return out;
  }

  /**
   * P(the case is strongly marked | set, answers) for the findings of a group, by set; one half everywhere without answers.
   */
  strengthOf(group: number, out: Float64Array = new Float64Array(this.#tables.sets.size)): Float64Array {
    this.#refresh();
    const strength = this.#strengths[group];
    if (!strength || strength.answered === 0) return out.fill(0.5);
    const { rows } = this.#tables.groupTable(group);
    for (let at = 0; at < out.length; at++) {
      const row = rows[at] as number;
      const both = (strength.weak[row] as number) + (strength.strong[row] as number);
      out[at] = both > 0 ? (strength.strong[row] as number) / both : 0.5;
    }
    return out;
  }

  /**
   * What each unanswered finding is expected to tell about which set of causes is present: the mutual information in bits,
   * by finding; 0 for answered ones. The array is the session's own.
   */
  values(): Float64Array {
    this.#sum();
    setValues(this.#tables, this.#states, this.#moments, this.#total, this.#strengths, this.#values);
    return this.#values;
  }

  /**
   * What each unanswered finding is expected to tell about a class of the sets (what should be done, how urgent it is):
   * mutual information in bits. The array is the session's own.
   * @param classOf class of each set, in the order of `membersOf`
   * @param classes number of classes
   */
  valuesAbout(classOf: Uint16Array, classes: number): Float64Array {
    this.#sum();
    const { sets } = this.#tables;
    if (classOf.length !== sets.size) throw new RangeError(`Expected a class for each of ${sets.size} sets.`);
    classValues(
      this.#tables,
      this.#states,
      this.#weights,
      this.#total,
      this.#strengths,
      classOf,
      classes,
      this.#values,
    );
    return this.#values;
  }

  /** Multiplies the factors of the answers, in the order of the findings, then of the groups. */
  #refresh(): void {
    if (this.#isCurrent) return;
    const { sets, group, made } = this.#tables;
    const factors = this.#factors;
    const states = this.#states;
    this.#reset();
    const isActive = this.#isActive;
    isActive.fill(0);
    this.#isCurrent = true;
    this.#isSummed = false;
    this.#isDirect = false;
    const multiplied = this.#multiplied;
    let count = 0;
    let reached = sets.reach;
    for (let finding = 0; finding < states.length; finding++) {
      const state = states[finding] as number;
      if (state < 0) continue;
      multiplied[2 * count] = finding;
      multiplied[2 * count++ + 1] = state;
      if ((group[finding] as number) >= 0) continue;
      const { hasZero, reach, uses, ratios, subsets } = made[finding] ?? this.#tables.finding(finding);
      const { cells, singles } = subsets;
      if (hasZero) this.#isDirect = true;
      reached += reach[state] as number;
      const from = state * cells.length;
      const used = uses[state] as number;
      for (let at = 0; at < used; at++) {
        const cell = cells[at] as number;
        factors[cell] = (factors[cell] as number) * (ratios[from + at] as number);
      }
      if (used > singles) for (let at = 0; at < singles; at++) isActive[cells[at] as number] = 1;
    }
    this.#count = count;
    const groups = multiplyGroups(this.#tables, states, this.#strengths, factors, this.#isActive);
    if (groups < 0) this.#isDirect = true;
    reached += groups;
    if (reached > MOST_REACH && !isTame(factors)) this.#isDirect = true;
  }

  /** Sets the factors back that the answers before have changed. */
  #reset(): void {
    const { sets, group } = this.#tables;
    const { base } = sets;
    const factors = this.#factors;
    const multiplied = this.#multiplied;
    for (let answer = 0; answer < this.#count; answer++) {
      const finding = multiplied[2 * answer] as number;
      const state = multiplied[2 * answer + 1] as number;
      const own = group[finding] as number;
      const table = own < 0 ? this.#tables.made[finding] : undefined;
      const { cells } = (table ?? this.#tables.groupTable(own)).subsets;
      const used = table ? (table.uses[state] as number) : cells.length;
      for (let at = 0; at < used; at++) factors[cells[at] as number] = base[cells[at] as number] as number;
    }
  }

  /** Adds up the sets: weights, and the moments (weight of all sets that contain a cell). */
  #sum(): void {
    this.#refresh();
    if (this.#isSummed) return;
    this.#isSummed = true;
    const { sets } = this.#tables;
    if (!this.#isDirect) {
      this.#total = enumerateAll(sets, this.#factors, this.#scratch, this.#moments);
      if (this.#total >= LEAST_TOTAL && this.#total < Number.POSITIVE_INFINITY) return;
    }
    this.#isDirect = true;
    this.#total = multiplySets(this.#tables, this.#states, this.#strengths, this.#moments);
  }
}
