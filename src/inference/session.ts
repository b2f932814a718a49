// One interview on a network of product size: give, change or withdraw an answer, read probabilities, weigh questions.
//
// The belief is kept as one factor for each cell (see sets.ts): what the answers say about cause i, about i and j beyond
// what they say of each, and so on. The weight of a set is the product of the factors of its subsets. Factors are
// multiplied afresh in the order of the findings whenever an answer has changed: that costs a tenth of adding up the
// sets, and the result cannot depend on order or history, to the last bit. Only + − × ÷ are used, so neither on the platform.
//
// Where that form would lose digits (a probability of 0, or more than 75 orders of magnitude between causes) the weights
// are multiplied set by set instead: slower, and always right.

import { type Chances, roomForChances } from '../probability/index.ts';
import { emptyStrength, multiplyGroups, multiplySets, type Strength } from './direct.ts';
import { type Layout, layoutOf, sumActive, sumAll } from './enumerate.ts';
import { isWithin } from './reach.ts';
import type { Tables } from './tables.ts';
import { classValues, setValues } from './value.ts';

/** No answer: not asked, or not sure. */
export const NONE = -1;

/** Factors between these bounds are trusted: no product of the seven of a triple leaves the doubles. */
const MOST_REACH = 250;
const LEAST_TOTAL = 2 ** -600;

export class Session {
  readonly #tables: Tables;
  readonly #states: Int16Array;
  /** The answered findings outside groups, one bit each. */
  readonly #answered: Int32Array;
  /** Factors, moments and what is needed between; views of it have names of their own. */
  readonly #layout: Layout;
  readonly #room: Float64Array;
  readonly #factors: Float64Array;
  readonly #moments: Float64Array;
  readonly #weights: Float64Array;
  /** Where the factors of pairs and triples lie that the answers have changed: from, to, from, to … in the effects. */
  readonly #ties: Int32Array;
  readonly #strengths: Strength[];
  readonly #posterior: Float64Array;
  readonly #values: Float64Array;
  readonly #chances: Chances;
  readonly #isActive: Uint8Array;
  readonly #active: Int32Array;
  #tieCount = 0;
  #isCurrent = false;
  #isSummed = false;
  #isDirect = false;
  #total = 0;

  constructor(tables: Tables) {
    const { sets, states, groups } = tables;
    this.#tables = tables;
    this.#states = new Int16Array(states.length).fill(NONE);
    this.#answered = new Int32Array((states.length + 31) >> 5);
    this.#layout = layoutOf(sets);
    this.#room = new Float64Array(this.#layout.size);
    this.#factors = this.#room.subarray(0, sets.cells);
    this.#moments = this.#room.subarray(this.#layout.moments);
    this.#weights = this.#moments.subarray(sets.firstSet);
    this.#factors.set(sets.base);
    this.#ties = new Int32Array(2 * states.length);
    this.#strengths = Array.from({ length: groups }, emptyStrength);
    this.#posterior = new Float64Array(sets.causes);
    this.#values = new Float64Array(states.length);
    this.#chances = roomForChances(states.length);
    this.#isActive = new Uint8Array(sets.causes);
    this.#active = new Int32Array(sets.causes);
  }

  /**
   * Gives or changes an answer.
   * @param state number of the state, or NONE to withdraw
   * @throws RangeError for a finding or state that the network does not have
   */
  answer(finding: number, state: number): void {
    const { states: mostStates, group, effects } = this.#tables;
    const most = mostStates[finding];
    if (most === undefined || (state | 0) !== state || state < NONE || state >= most) {
      throw new RangeError(`The network has no state ${state} of finding ${finding}.`);
    }
    const states = this.#states;
    if (states[finding] === state) return;
    states[finding] = state;
    this.#isCurrent = false;
    const own = group[finding] as number;
    if (own >= 0) {
      (this.#strengths[own] as Strength).isCurrent = false;
      return;
    }
    const answered = this.#answered;
    const word = finding >> 5;
    const bit = 1 << (finding & 31);
    if (state < 0) answered[word] = (answered[word] as number) & ~bit;
    else {
      answered[word] = (answered[word] as number) | bit;
      if ((effects.lay[4 * (effects.first[finding] as number)] as number) < 0) this.#tables.prepare(finding);
    }
  }

  /** Takes an answer back, as if it had not been given. */
  withdraw(finding: number): void {
    this.answer(finding, NONE);
  }

  /** Takes all answers back. */
  clear(): void {
    this.#states.fill(NONE);
    this.#answered.fill(0);
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
      const room = this.#room;
      const total = sumActive(sets, this.#layout, room, this.#isActive, this.#active);
      if (total >= LEAST_TOTAL && total < Number.POSITIVE_INFINITY) {
        const { sums } = this.#layout;
        for (let i = 0; i < out.length; i++) out[i] = (room[sums + i] as number) / total;
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
    setValues(
      this.#tables,
      this.#states,
      this.#moments,
      this.#total,
      this.#strengths,
      this.#chances,
      this.#values,
    );
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
    this.#isCurrent = true;
    this.#isSummed = false;
    this.#isDirect = false;
    this.#reset();
    const { sets, effects } = this.#tables;
    const { first, lay, cells, ratios } = effects;
    const room = this.#room;
    const states = this.#states;
    const answered = this.#answered;
    const isActive = this.#isActive;
    const ties = this.#ties;
    let count = 0;
    let reached = sets.reach;
    for (let word = 0; word < answered.length; word++) {
      // The lowest bit that is left, until none is.
      for (let left = answered[word] as number; left !== 0; left &= left - 1) {
        const finding = 32 * word + 31 - Math.clz32(left & -left);
        const own = 4 * ((first[finding] as number) + (states[finding] as number));
        const start = lay[own] as number;
        const afterSingles = start + (lay[own + 1] as number);
        const end = start + (lay[own + 2] as number);
        const reach = lay[own + 3] as number;
        if (reach < 0) this.#isDirect = true;
        reached += reach;
        for (let at = start; at < afterSingles; at++) {
          const cause = cells[at] as number;
          room[cause] = (room[cause] as number) * (ratios[at] as number);
        }
        if (end === afterSingles) continue;
        ties[count++] = afterSingles;
        ties[count++] = end;
        for (let at = start; at < afterSingles; at++) isActive[cells[at] as number] = 1;
        for (let at = afterSingles; at < end; at++) {
          const cell = cells[at] as number;
          room[cell] = (room[cell] as number) * (ratios[at] as number);
        }
      }
    }
    this.#tieCount = count;
    if (this.#strengths.length > 0) {
      const groups = multiplyGroups(this.#tables, states, this.#strengths, this.#factors, isActive);
      if (groups < 0) this.#isDirect = true;
      reached += groups;
    }
    // Looked at only when the answers together could have left the bounds.
    if (reached > MOST_REACH && !isWithin(this.#factors, MOST_REACH)) this.#isDirect = true;
  }

  /** Sets the factors back that the answers before have changed. */
  #reset(): void {
    const { sets, effects } = this.#tables;
    const { base, causes, isLinked } = sets;
    const room = this.#room;
    const isActive = this.#isActive;
    for (let cause = 0; cause < causes; cause++) {
      room[cause] = base[cause] as number;
      isActive[cause] = isLinked[cause] as number;
    }
    const { cells } = effects;
    const ties = this.#ties;
    for (let tie = 0; tie < this.#tieCount; tie += 2) {
      const end = ties[tie + 1] as number;
      for (let at = ties[tie] as number; at < end; at++) {
        const cell = cells[at] as number;
        room[cell] = base[cell] as number;
      }
    }
    for (let index = 0; index < this.#strengths.length; index++) {
      const strength = this.#strengths[index] as Strength;
      if (!strength.isMultiplied) continue;
      strength.isMultiplied = false;
      const { cells: own } = this.#tables.groupTable(index).subsets;
      for (let at = 0; at < own.length; at++) room[own[at] as number] = base[own[at] as number] as number;
    }
  }

  /** Adds up the sets: weights, and the moments (weight of all sets that contain a cell). */
  #sum(): void {
    this.#refresh();
    if (this.#isSummed) return;
    this.#isSummed = true;
    const { sets } = this.#tables;
    if (!this.#isDirect) {
      this.#total = sumAll(sets, this.#layout, this.#room, this.#isActive);
      if (this.#total >= LEAST_TOTAL && this.#total < Number.POSITIVE_INFINITY) return;
    }
    this.#isDirect = true;
    this.#total = multiplySets(this.#tables, this.#states, this.#strengths, this.#moments);
  }
}
