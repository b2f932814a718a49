// What the answers say on a large network, laid out for the search: which causes they tie to each other, what they say about each of
// those alone, the most that adding it can multiply the weight of any set by, and how that changes with what is in the set already.

import type { Kept } from './kept.ts';
import type { LargeNetwork } from './large.ts';
import { NONE } from './session.ts';

export interface Given {
  /** By finding: 0 no, 1 yes, or NONE. */
  readonly states: Int8Array;
  /** The answered findings, ascending, and how many. */
  readonly findings: Int32Array;
  count: number;
  /** By cause: odds times what the answers say about it alone, and the most that adding it multiplies the weight of a set by. */
  readonly factor: Float64Array;
  readonly bound: Float64Array;
  readonly isTied: Uint8Array;
  /** Tied causes by falling bound; from each place on: sums of the bounds, of products of two, of three. */
  readonly order: Int32Array;
  readonly suffix: Float64Array;
  /** By answer: P(state) = offset + slope · quiet. Only answers that tie causes have these. */
  readonly offset: Float64Array;
  readonly slope: Float64Array;
  /** By answer: how many causes of the set at hand are linked to it, and the products of their silence. */
  readonly depth: Int8Array;
  readonly quiet: Float64Array;
  /** Tying answers linked to the cause at each place, from its start to the next; silence, and ratio for the cause alone. */
  readonly ownStart: Int32Array;
  readonly ownAnswer: Int32Array;
  readonly ownSilence: Float64Array;
  readonly ownRatio: Float64Array;
}

export function noAnswers({ causes: n, findings, links }: LargeNetwork): Given {
  return {
    states: new Int8Array(findings).fill(NONE),
    findings: new Int32Array(findings),
    count: 0,
    factor: new Float64Array(n),
    bound: new Float64Array(n),
    isTied: new Uint8Array(n),
    order: new Int32Array(n),
    suffix: new Float64Array(3 * (n + 1)),
    offset: new Float64Array(findings),
    slope: new Float64Array(findings),
    depth: new Int8Array(findings),
    quiet: new Float64Array(3 * findings).fill(1),
    ownStart: new Int32Array(n + 2),
    ownAnswer: new Int32Array(links.length),
    ownSilence: new Float64Array(links.length),
    ownRatio: new Float64Array(links.length),
  };
}

/** Notes an answer, or withdraws it with NONE. */
export function giveAnswer(given: Given, finding: number, state: number): void {
  const { states, findings } = given;
  const before = states[finding] as number;
  states[finding] = state;
  if (before === NONE) {
    let at = given.count++;
    for (; at > 0 && (findings[at - 1] as number) > finding; at--) findings[at] = findings[at - 1] as number;
    findings[at] = finding;
  } else if (state === NONE) {
    given.count--;
    for (let at = findings.indexOf(finding); at < given.count; at++)
      findings[at] = findings[at + 1] as number;
  }
}

export function takeAllBack(given: Given): void {
  for (let answer = 0; answer < given.count; answer++) given.states[given.findings[answer] as number] = NONE;
  given.count = 0;
}

/** A probability of 0 counts as this: a ratio must exist. */
const LEAST = 2 ** -100;

export function atLeast(p: number): number {
  return p > LEAST ? p : LEAST;
}

/** Factors and bounds of the causes that the answers speak of, sorted by bound. */
export function sortCauses(network: LargeNetwork, given: Given, kept: Kept): void {
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
  const { states, findings, factor, bound, isTied, order, suffix, offset, slope } = given;
  const { odds: before, placeOf, single, free } = kept;
  factor.set(odds);
  bound.set(odds);
  before.set(odds);
  isTied.fill(0);
  for (const key of pairs.keys()) {
    isTied[Math.floor(key / n)] = 1;
    isTied[key % n] = 1;
  }
  for (let answer = 0; answer < given.count; answer++) {
    const finding = findings[answer] as number;
    const isYes = states[finding] === 1;
    const share = misreport[finding] as number;
    const scale = (1 - share) * (leak[finding] as number);
    const base = isYes ? 1 - share / 2 : share / 2;
    const times = isYes ? -scale : scale;
    offset[answer] = base;
    slope[answer] = times;
    const alone = atLeast(base + times);
    // Yes: most where nothing else is present. No: most where two other causes have made it quiet already.
    const quiet = isYes ? 1 : (quietest[finding] as number);
    const least = atLeast(base + times * quiet);
    const ties = isYes || share > 0;
    const end = start[finding + 1] as number;
    for (let link = start[finding] as number; link < end; link++) {
      const cause = links[link] as number;
      const q = silence[link] as number;
      const ratio = atLeast(base + times * q) / alone;
      factor[cause] = (factor[cause] as number) * ratio;
      bound[cause] = ((bound[cause] as number) * atLeast(base + times * quiet * q)) / least;
      if (ties) isTied[cause] = 1;
      else before[cause] = (before[cause] as number) * ratio;
    }
  }
  let count = 0;
  let e1 = 0;
  let e2 = 0;
  let e3 = 0;
  for (let cause = 0; cause < n; cause++) {
    if (isTied[cause]) {
      const most = (bound[cause] as number) * (mostPair[cause] as number) ** 2;
      const own = factor[cause] as number;
      bound[cause] = sizes[0] === 0 || most < own ? own : most;
      order[count++] = cause;
      continue;
    }
    placeOf[cause] = -1;
    const a = factor[cause] as number;
    e3 += e2 * a;
    e2 += e1 * a;
    e1 += a;
  }
  free[0] = 1;
  free[1] = e1;
  free[2] = e2;
  free[3] = e3;
  kept.causes = count;
  sortByBound(order, count, bound);
  suffix.fill(0, 3 * count, 3 * count + 3);
  for (let place = count - 1; place >= 0; place--) {
    const cause = order[place] as number;
    placeOf[cause] = place;
    single[place] = factor[cause] as number;
    const u = bound[cause] as number;
    const s1 = suffix[3 * place + 3] as number;
    const s2 = suffix[3 * place + 4] as number;
    suffix[3 * place] = s1 + u;
    suffix[3 * place + 1] = s2 + u * s1;
    suffix[3 * place + 2] = (suffix[3 * place + 5] as number) + u * s2;
  }
  gatherOwn(network, given, kept);
}

/** Falling bound, then rising number. Shell's sort: short lists are nearly free, long ones bearable, and nothing is allocated. */
function sortByBound(order: Int32Array, count: number, bound: Float64Array): void {
  for (const gap of [701, 301, 132, 57, 23, 10, 4, 1]) {
    for (let from = gap; from < count; from++) {
      const cause = order[from] as number;
      const own = bound[cause] as number;
      let at = from;
      for (; at >= gap; at -= gap) {
        const other = order[at - gap] as number;
        const its = bound[other] as number;
        if (its > own || (its === own && other < cause)) break;
        order[at] = other;
      }
      order[at] = cause;
    }
  }
}

/** Lists the tying answers of each sorted cause, with what each says about the cause alone. */
function gatherOwn({ start, links, silence, misreport }: LargeNetwork, given: Given, kept: Kept): void {
  const { states, findings, offset, slope, ownStart, ownAnswer, ownSilence, ownRatio } = given;
  const { placeOf, causes } = kept;
  // Counting sort by place; two ahead, so that filling in moves each start to where it belongs.
  ownStart.fill(0, 0, causes + 2);
  for (let pass = 0; pass < 2; pass++) {
    for (let answer = 0; answer < given.count; answer++) {
      const finding = findings[answer] as number;
      if (states[finding] !== 1 && misreport[finding] === 0) continue;
      const base = offset[answer] as number;
      const times = slope[answer] as number;
      const alone = atLeast(base + times);
      const end = start[finding + 1] as number;
      for (let link = start[finding] as number; link < end; link++) {
        const place = placeOf[links[link] as number] as number;
        if (pass === 0) {
          ownStart[place + 2] = (ownStart[place + 2] as number) + 1;
          continue;
        }
        const own = ownStart[place + 1] as number;
        const q = silence[link] as number;
        ownStart[place + 1] = own + 1;
        ownAnswer[own] = answer;
        ownSilence[own] = q;
        ownRatio[own] = atLeast(base + times * q) / alone;
      }
    }
    if (pass === 1) return;
    for (let place = 0; place < causes; place++) {
      ownStart[place + 2] = (ownStart[place + 2] as number) + (ownStart[place + 1] as number);
    }
  }
}

/** Takes the cause at a place into the set at hand: its answered findings become quieter by it. */
export function takeIn({ ownStart, ownAnswer, ownSilence, depth, quiet }: Given, place: number): void {
  const end = ownStart[place + 1] as number;
  for (let own = ownStart[place] as number; own < end; own++) {
    const answer = ownAnswer[own] as number;
    const deeper = (depth[answer] as number) + 1;
    depth[answer] = deeper;
    quiet[3 * answer + deeper] = (quiet[3 * answer + deeper - 1] as number) * (ownSilence[own] as number);
  }
}

export function takeOut({ ownStart, ownAnswer, depth }: Given, place: number): void {
  const end = ownStart[place + 1] as number;
  for (let own = ownStart[place] as number; own < end; own++) {
    const answer = ownAnswer[own] as number;
    depth[answer] = (depth[answer] as number) - 1;
  }
}

/** What the answers say about the cause at a place together with the set at hand, beyond what they say about each alone. */
export function tieOf(given: Given, place: number): number {
  const { ownStart, ownAnswer, ownSilence, ownRatio, depth, quiet, offset, slope } = given;
  let tie = 1;
  const end = ownStart[place + 1] as number;
  for (let own = ownStart[place] as number; own < end; own++) {
    const answer = ownAnswer[own] as number;
    const deep = depth[answer] as number;
    if (deep === 0) continue;
    const base = offset[answer] as number;
    const times = (slope[answer] as number) * (quiet[3 * answer + deep] as number);
    tie *=
      atLeast(base + times * (ownSilence[own] as number)) /
      (atLeast(base + times) * (ownRatio[own] as number));
  }
  return tie;
}
