// The value of a question with many parents, by going through the kept sets; free parents are averaged over. A lower bound, short by at
// most the probability of a free parent.

import { entropyOfTwo } from '../probability/index.ts';
import type { Kept } from './kept.ts';
import type { LargeNetwork } from './large.ts';

/** H(answer) − Σ H(answer | set), in bits. */
export function valueByPass(network: LargeNetwork, kept: Kept, finding: number): number {
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
