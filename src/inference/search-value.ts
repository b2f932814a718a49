// The most telling question on a large network, without weighing them all: most fall to a bound (worth.ts). Only findings of causes
// that the answers tie can tell much more than they did before any answer; the others come in a fixed order, as far as their bound
// reaches.
// Those that are weighed are worked out from the kept sets: findings with few parents from the moments of their parents (as in value.ts,
// free causes included), findings with many by going through the sets.

import type { Kept } from './kept.ts';
import type { LargeNetwork } from './large.ts';
import { emptyMoments, gatherMoments, type Moments, valueByTables } from './search-moments.ts';
import { valueByPass } from './search-pass.ts';
import { mostBits } from './worth.ts';

export interface Question {
  readonly finding: number;
  /** Expected information about the set of causes, in bits. */
  readonly bits: number;
}

/** Room to work in. */
export interface Weighing {
  /** By finding: Σ (1 − silence) · what tied parents are likelier than their odds; 0 between calls. */
  readonly extra: Float64Array;
  /** The findings where it is not 0. */
  readonly touched: Int32Array;
  readonly moments: Moments;
}

export function emptyWeighing({ findings }: LargeNetwork): Weighing {
  return {
    extra: new Float64Array(findings),
    touched: new Int32Array(findings),
    moments: emptyMoments(),
  };
}

/** Bounds are this much generous, for rounding. */
const SLACK = 1 + 1e-9;

/** Finds it; of equals the first. */
export function bestQuestion(
  network: LargeNetwork,
  states: Int8Array,
  kept: Kept,
  posterior: Float64Array,
  { extra, touched, moments }: Weighing,
): Question | undefined {
  const { findings, tableStart, worth } = network;
  const { touch, slope, bestShare, loudness, order } = worth;
  const perOdds = SLACK * mostPerOdds(network, kept);
  const count = findTouched(network, kept, posterior, perOdds, extra, touched);
  gatherMoments(network, kept, moments);
  let best = -1;
  let bits = -1;
  const weigh = (finding: number) => {
    const value =
      (tableStart[finding] as number) >= 0
        ? valueByTables(network, kept, posterior, moments, finding)
        : valueByPass(network, kept, finding);
    if (value < bits || (value === bits && finding > best)) return;
    best = finding;
    bits = value;
  };
  // Where to begin: a good one spares the others.
  let likeliest = -1;
  let most = -1;
  for (let at = 0; at < count; at++) {
    const finding = touched[at] as number;
    if ((states[finding] as number) >= 0) continue;
    const w = perOdds * (touch[finding] as number) + (extra[finding] as number);
    const peak = (bestShare[finding] as number) * (loudness[finding] as number);
    const about = (slope[finding] as number) * (w < peak ? w * (1 - w / (2 * peak)) : peak / 2);
    if (about > most) {
      most = about;
      likeliest = finding;
    }
  }
  if (likeliest >= 0) weigh(likeliest);
  for (let at = 0; at < count; at++) {
    const finding = touched[at] as number;
    const w = perOdds * (touch[finding] as number) + (extra[finding] as number);
    if (w * (slope[finding] as number) < bits || (states[finding] as number) >= 0) continue;
    if (finding === likeliest || SLACK * mostBits(worth, finding, w) < bits) continue;
    weigh(finding);
  }
  for (let at = 0; at < findings; at++) {
    const finding = order[at] as number;
    const w = perOdds * (touch[finding] as number);
    if (w * (slope[finding] as number) < bits) break;
    if ((states[finding] as number) >= 0 || (extra[finding] as number) > 0) continue;
    if (SLACK * mostBits(worth, finding, w) < bits) continue;
    weigh(finding);
  }
  for (let at = 0; at < count; at++) extra[touched[at] as number] = 0;
  return best < 0 ? undefined : { finding: best, bits };
}

/** The most that the probability of a free cause can be of its odds before any answer. */
function mostPerOdds({ sizes }: LargeNetwork, { free, sums, total }: Kept): number {
  const e1 = free[1] as number;
  const sum1 = sums[1] as number;
  const one = sizes[0] as number;
  const two = (sizes[1] as number) * (e1 + sum1);
  const three = (sizes[2] as number) * ((free[2] as number) + sum1 * e1 + (sums[2] as number));
  return (one + two + three) / total;
}

/** Writes `extra` and lists where it is not 0. */
function findTouched(
  { odds, silence, startOfCause, linkOfCause, findingOfLink }: LargeNetwork,
  kept: Kept,
  posterior: Float64Array,
  perOdds: number,
  extra: Float64Array,
  touched: Int32Array,
): number {
  let count = 0;
  for (let place = 0; place < kept.causes; place++) {
    const cause = kept.at[place] as number;
    const more = (posterior[cause] as number) - perOdds * (odds[cause] as number);
    if (!(more > 0)) continue;
    const end = startOfCause[cause + 1] as number;
    for (let at = startOfCause[cause] as number; at < end; at++) {
      const link = linkOfCause[at] as number;
      const finding = findingOfLink[link] as number;
      const loud = 1 - (silence[link] as number);
      if (!(loud > 0)) continue;
      const before = extra[finding] as number;
      if (before === 0) touched[count++] = finding;
      extra[finding] = before + more * loud;
    }
  }
  return count;
}
