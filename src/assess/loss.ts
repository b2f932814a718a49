// What a wrong level costs. Between two neighbouring levels there are two ways to be wrong: sent sooner than needed, and
// sent later than needed. The model file says what the first costs (`needless`) and from which probability on the sooner
// level is advised (`raise`); the second follows, since advising the sooner level pays from p = needless / (needless + late)
// on. So thresholds and losses cannot contradict each other. The unit is one needless trip to an emergency department.

import type { Model } from '../knowledge/index.ts';
import { TRIAGE_LEVELS } from '../vocabulary/index.ts';

export const LEVELS = TRIAGE_LEVELS.length;

/** By boundary: index b lies between level b and the next less urgent one; 0 where the model has no threshold. */
export interface Losses {
  readonly needless: Float64Array;
  readonly late: Float64Array;
  /** P(at least this level is needed) from which it is advised; above 1 where the model has none. */
  readonly raise: Float64Array;
}

/** The losses of a model file, in the order of TRIAGE_LEVELS. */
export function lossesOf({ needless, raise }: Pick<Model, 'needless' | 'raise'>): Losses {
  const at = (index: number) => {
    const level = TRIAGE_LEVELS[index];
    const threshold = level && raise[level]?.value;
    const cost = (level && needless[level]?.value) ?? 0;
    return { threshold, cost };
  };
  const boundaries = Array.from({ length: LEVELS - 1 }, (_, index) => at(index));
  return {
    needless: Float64Array.from(boundaries, ({ cost }) => cost),
    late: Float64Array.from(boundaries, ({ threshold, cost }) =>
      threshold ? (cost * (1 - threshold)) / threshold : 0,
    ),
    raise: Float64Array.from(boundaries, ({ threshold }) => threshold ?? 2),
  };
}

/**
 * Expected loss of advising a level.
 * @param mass probability by level needed, at `level * stride + offset`; need not sum to 1
 * @param least level that is needed at least, whatever the cause: a red flag's floor
 */
export function lossOf(
  losses: Losses,
  advised: number,
  mass: Float64Array,
  stride = 1,
  offset = 0,
  least = LEVELS - 1,
): number {
  let total = 0;
  for (let level = 0; level < LEVELS; level++) total += mass[level * stride + offset] ?? 0;
  let atLeast = 0;
  let loss = 0;
  for (let boundary = 0; boundary < LEVELS - 1; boundary++) {
    atLeast += mass[boundary * stride + offset] ?? 0;
    const needed = boundary >= least ? total : atLeast;
    loss +=
      advised <= boundary
        ? (total - needed) * (losses.needless[boundary] ?? 0)
        : needed * (losses.late[boundary] ?? 0);
  }
  return loss;
}

/** The level that is advised: the most urgent one whose threshold is reached, but not below the floor of a red flag. */
export function advisedLevel(
  losses: Losses,
  floor: number,
  mass: Float64Array,
  stride = 1,
  offset = 0,
): number {
  let total = 0;
  for (let level = 0; level < LEVELS; level++) total += mass[level * stride + offset] ?? 0;
  let atLeast = 0;
  for (let level = 0; level < Math.min(floor, LEVELS - 1); level++) {
    atLeast += mass[level * stride + offset] ?? 0;
    if (atLeast >= (losses.raise[level] ?? 2) * total) return level;
  }
  return floor;
}

/** Loss of advising each level (columns) when each is needed (rows), both in the order of TRIAGE_LEVELS. */
export function lossMatrix(losses: Losses): readonly (readonly number[])[] {
  return TRIAGE_LEVELS.map((_, needed) => {
    const mass = new Float64Array(LEVELS);
    mass[needed] = 1;
    return TRIAGE_LEVELS.map((__, advised) => lossOf(losses, advised, mass));
  });
}
