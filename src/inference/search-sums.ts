// All sets at once instead of one by one, where only yeses tie causes together: a noisy-OR answered yes is A − B·∏ silence, so the
// product over the yeses is a sum over their subsets, and in each term the causes are independent again: sums over sets of up to
// three of them are elementary symmetric sums (Heckerman's Quickscore 1989, bounded at three causes). The cost doubles with every
// yes and does not grow with the number of sets. The terms change signs, so digits are lost; how many at most is part of the result.

import type { Kept } from './kept.ts';
import type { LargeNetwork } from './large.ts';
import { atLeast, type Given } from './search-answers.ts';

interface Yeses {
  /** Number of yeses and of causes linked to any. */
  readonly count: number;
  readonly causes: number;
  /** By yes: A and B, relative to the answer without any cause. */
  readonly most: Float64Array;
  readonly less: Float64Array;
  /** Silence of each cause for each yes, at `yes · causes + place`; 1 where there is no link. */
  readonly silence: Float64Array;
  /** Odds of each cause given the noes. */
  readonly odds: Float64Array;
}

interface Sums {
  /** Weight of all sets. */
  total: number;
  /** Σ coefficient, Σ coefficient · (sum of odds), Σ coefficient · (sum of products of two): for causes outside. */
  readonly outer: Float64Array;
  /** Bound on the error of any probability, from rounding. */
  error: number;
}

/** Numbers of terms above 2^this cost too much and lose too many digits. */
const MOST_YESES = 9;

/**
 * Adds up the sets.
 * @param free elementary symmetric sums of the odds of all other causes, orders 0 to 3
 * @param mass by place, receives the weight of all sets with the cause
 */
function sumYeses(yeses: Yeses, sizes: Float64Array, free: Float64Array, mass: Float64Array): Sums {
  const { count, causes, most, less, silence } = yeses;
  const one = sizes[0] as number;
  const two = sizes[1] as number;
  const three = sizes[2] as number;
  const odds = new Float64Array((count + 1) * causes);
  odds.set(yeses.odds.subarray(0, causes));
  mass.fill(0, 0, causes);
  const outer = new Float64Array(3);
  let total = 0;
  let sizeOfTerms = 0;
  const add = (level: number, from: number, coefficient: number) => {
    if (level < count) {
      add(level + 1, from, coefficient * (most[level] as number));
      const to = (level + 1) * causes;
      for (let place = 0; place < causes; place++) {
        odds[to + place] = (odds[from + place] as number) * (silence[level * causes + place] as number);
      }
      add(level + 1, to, -coefficient * (less[level] as number));
      return;
    }
    let e1 = free[1] as number;
    let e2 = free[2] as number;
    let e3 = free[3] as number;
    for (let place = 0; place < causes; place++) {
      const a = odds[from + place] as number;
      e3 += e2 * a;
      e2 += e1 * a;
      e1 += a;
    }
    const term = coefficient * (one * e1 + two * e2 + three * e3);
    total += term;
    sizeOfTerms += Math.abs(term);
    outer[0] = (outer[0] as number) + coefficient;
    outer[1] = (outer[1] as number) + coefficient * e1;
    outer[2] = (outer[2] as number) + coefficient * e2;
    for (let place = 0; place < causes; place++) {
      const a = odds[from + place] as number;
      const rest1 = e1 - a;
      mass[place] =
        (mass[place] as number) + coefficient * a * (one + two * rest1 + three * (e2 - a * rest1));
    }
  };
  add(0, 0, 1);
  // Each term carries at most a relative rounding error of a few units for every factor and addend in it.
  const roundings = 8 * (causes + count) + 2 ** count;
  const error = (roundings * Number.EPSILON * sizeOfTerms) / total;
  return { total, outer, error: total > 0 && Number.isFinite(error) ? Math.min(1, error) : 1 };
}

/**
 * Writes the probability of every cause, when only yeses tie causes and there are few enough of them.
 * @returns the bound on the error of any of them; 1, and nothing written, when they cannot be summed within the tolerance
 */
export function posteriorFromSums(
  { start, links, silence, misreport, pairs, sizes, causes: n }: LargeNetwork,
  { states, findings, count, offset, slope, order }: Given,
  kept: Kept,
  tolerance: number,
  posterior: Float64Array,
): number {
  const yeses: number[] = [];
  for (let answer = 0; answer < count; answer++) {
    const finding = findings[answer] as number;
    if (states[finding] === 1) yeses.push(answer);
    else if ((misreport[finding] as number) > 0) return 1;
  }
  if (yeses.length > MOST_YESES || pairs.size > 0) return 1;
  const tied = kept.causes;
  const quiet = new Float64Array(yeses.length * tied).fill(1);
  yeses.forEach((answer, yes) => {
    const finding = findings[answer] as number;
    for (let link = start[finding] as number; link < (start[finding + 1] as number); link++) {
      quiet[yes * tied + (kept.placeOf[links[link] as number] as number)] = silence[link] as number;
    }
  });
  const none = yeses.map((answer) => atLeast((offset[answer] as number) + (slope[answer] as number)));
  const mass = new Float64Array(tied);
  const sums = sumYeses(
    {
      count: yeses.length,
      causes: tied,
      most: Float64Array.from(yeses, (answer, at) => (offset[answer] as number) / (none[at] as number)),
      less: Float64Array.from(yeses, (answer, at) => -(slope[answer] as number) / (none[at] as number)),
      silence: quiet,
      odds: Float64Array.from({ length: tied }, (_, place) => kept.odds[order[place] as number] as number),
    },
    sizes,
    kept.free,
    mass,
  );
  if (sums.error > tolerance) return 1;
  const [one = 0, two = 0, three = 0] = sizes;
  const [c0 = 0, c1 = 0, c2 = 0] = sums.outer;
  for (let cause = 0; cause < n; cause++) {
    const place = kept.placeOf[cause] as number;
    const a = kept.odds[cause] as number;
    const others = c1 - a * c0;
    const alone = one * c0 + two * others + three * (c2 - a * others);
    const weight = place >= 0 ? (mass[place] as number) : a * alone;
    posterior[cause] = Math.min(1, Math.max(0, weight / sums.total));
  }
  return sums.error;
}
