// Visiting sets in the order of a bound on what they can weigh, and bounding what is not visited.

import { type Kept, keepPair, keepTriple } from './kept.ts';
import type { LargeNetwork } from './large.ts';
import { type Given, takeIn, takeOut, tieOf } from './search-answers.ts';

/**
 * Visits sets down to a share of the whole and keeps them; `kept.leftOut` bounds the rest.
 * @param most no further single cause is begun once so many sets are kept
 */
export function visitSets(
  { sizes, pairs, causes: n }: LargeNetwork,
  given: Given,
  kept: Kept,
  share: number,
  most: number,
): void {
  const { bound, order, suffix } = given;
  const { single, free, sums, causes } = kept;
  const one = sizes[0] as number;
  const two = sizes[1] as number;
  const three = sizes[2] as number;
  const e1 = free[1] as number;
  const e2 = free[2] as number;
  const with1 = one + two * e1 + three * e2;
  const with2 = two + three * e1;
  const none = one * e1 + two * e2 + three * (free[3] as number);
  let rough = none;
  for (let place = 0; place < causes; place++) rough += with1 * (single[place] as number);
  const cut = share * rough;
  const hasPairs = pairs.size > 0;
  let left = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let width = 0;
  kept.pairs = 0;
  kept.triples = 0;
  let p = 0;
  for (; p < causes; p++) {
    if (kept.pairs + kept.triples > most) break;
    const i = order[p] as number;
    if (with1 * (bound[i] as number) + with2 * (suffix[3 * p + 1] as number) < cut) break;
    const alone = single[p] as number;
    sum1 += alone;
    takeIn(given, p);
    let q = p + 1;
    for (; q < causes; q++) {
      const j = order[q] as number;
      if (alone * (with2 * (bound[j] as number) + three * (suffix[3 * q + 1] as number)) < cut) break;
      let both = alone * (single[q] as number) * tieOf(given, q);
      if (hasPairs) both *= pairs.get(i < j ? i * n + j : j * n + i) ?? 1;
      if (both <= 0) continue;
      keepPair(kept, p, q, both);
      sum2 += both;
      if (three === 0) continue;
      const third = both * three;
      if (third * (suffix[3 * q + 3] as number) < cut) {
        left += third * (suffix[3 * q + 3] as number);
        continue;
      }
      takeIn(given, q);
      let r = q + 1;
      for (; r < causes; r++) {
        const k = order[r] as number;
        if (third * (bound[k] as number) < cut) break;
        let all = both * (single[r] as number) * tieOf(given, r);
        if (hasPairs) {
          all *=
            (pairs.get(i < k ? i * n + k : k * n + i) ?? 1) * (pairs.get(j < k ? j * n + k : k * n + j) ?? 1);
        }
        keepTriple(kept, r, all);
        sum3 += all;
      }
      if (r > width) width = r;
      left += third * (suffix[3 * r] as number);
      takeOut(given, q);
    }
    if (q > width) width = q;
    left += alone * (with2 * (suffix[3 * q] as number) + three * (suffix[3 * q + 1] as number));
    takeOut(given, p);
  }
  left +=
    with1 * (suffix[3 * p] as number) +
    with2 * (suffix[3 * p + 1] as number) +
    three * (suffix[3 * p + 2] as number);
  kept.visited = p;
  kept.width = Math.max(width, p);
  kept.tripleStart[kept.pairs] = kept.triples;
  sums[0] = 1;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
  kept.total = none + with1 * sum1 + with2 * sum2 + three * sum3;
  kept.leftOut = left / (kept.total + left);
}
