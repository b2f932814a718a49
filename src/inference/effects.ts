// What each answer multiplies the factors of the cells by, of all findings one behind the other: the loop that multiplies runs through
// two flat arrays, whatever the finding. An answer is added when it is first given; where it stands depends on history, what it says
// does not.

import { reachOf } from './reach.ts';
import { ratiosOf, type Subsets } from './subsets.ts';

export interface Effects {
  /** By finding: number of its answer in state 0; the other states follow. */
  readonly first: Int32Array;
  /**
   * By answer, four numbers: where its cells begin (-1 while it has none), how many of them are single causes, how many there are, and
   * how far their factors reach (`reachOf`; -1 where a probability of 0 forbids factors).
   */
  readonly lay: Int32Array;
  cells: Int32Array;
  ratios: Float64Array;
  length: number;
}

/** Ratios this near to 1 are 1 but for rounding: a denied finding of a noisy-OR does not tie its causes together. */
const ROUNDING = 4e-15;

export function emptyEffects(states: Int16Array): Effects {
  const first = new Int32Array(states.length);
  let count = 0;
  states.forEach((own, finding) => {
    first[finding] = count;
    count += own;
  });
  return {
    first,
    lay: new Int32Array(4 * count).fill(-1),
    cells: new Int32Array(1024),
    ratios: new Float64Array(1024),
    length: 0,
  };
}

/**
 * Adds the answers of a finding.
 * @param mean P(state | parents present) at `row · states + state`
 */
export function addEffects(
  effects: Effects,
  finding: number,
  subsets: Subsets,
  mean: Float64Array,
  states: number,
): void {
  const { cells, singles } = subsets;
  const ratios = new Float64Array(cells.length);
  const hasZero = mean.some((p) => p <= 0);
  for (let state = 0; state < states; state++) {
    if (!hasZero) ratiosOf(subsets, mean, state, states, ratios, 0);
    const ties = ratios.subarray(singles).some((one) => Math.abs(one - 1) > ROUNDING);
    const used = hasZero ? 0 : ties ? cells.length : singles;
    const start = effects.length;
    makeRoom(effects, start + used);
    effects.cells.set(cells.subarray(0, used), start);
    effects.ratios.set(ratios.subarray(0, used), start);
    effects.length += used;
    const reach = hasZero ? -1 : reachOf(ratios);
    effects.lay.set(
      [start, hasZero ? 0 : singles, used, reach],
      4 * ((effects.first[finding] as number) + state),
    );
  }
}

function makeRoom(effects: Effects, length: number): void {
  if (length <= effects.cells.length) return;
  let size = effects.cells.length;
  while (size < length) size *= 2;
  const cells = new Int32Array(size);
  const ratios = new Float64Array(size);
  cells.set(effects.cells);
  ratios.set(effects.ratios);
  effects.cells = cells;
  effects.ratios = ratios;
}
