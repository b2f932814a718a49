// A network too large to list its sets (a thousand causes, thousands of findings), compiled for the search: sparse links both
// ways and nothing that grows with pairs of causes.

import { entropyTerm } from '../probability/index.ts';
import { checkNetwork, MOST_LISTED, type NetworkSpec } from './network.ts';
import { type Worth, worthOf } from './worth.ts';

/** Findings with at most this many parents get tables over the subsets of their parents; others are gone through set by set. */
export const MOST_TABLED = 12;

export interface LargeNetwork {
  readonly causes: number;
  readonly findings: number;
  readonly odds: Float64Array;
  /** κ(1), κ(2), κ(3). */
  readonly sizes: Float64Array;
  /** Pair factors other than 1, at i·causes + j with i < j; by cause, the largest of its factors and 1. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly mostPair: Float64Array;
  /** Links by finding: `links[start..start+1]` are causes, ascending; `silence` is P(no | cause) / P(no | background), 0 to 1. */
  readonly start: Int32Array;
  readonly links: Int32Array;
  readonly silence: Float64Array;
  /** P(no) without any parent, and the share of answers at random, by finding. */
  readonly leak: Float64Array;
  readonly misreport: Float64Array;
  /** The smallest product of `silence` over two parents: how quiet the finding can be made beside a third. */
  readonly quietest: Float64Array;
  /** Bounds on what a finding can tell, see `worth.ts`. */
  readonly worth: Worth;
  /** Links by cause: positions in `links`. */
  readonly startOfCause: Int32Array;
  readonly linkOfCause: Int32Array;
  readonly findingOfLink: Int32Array;
  /** By finding: where its tables begin, -1 for none. Order of the subsets: each i, each i < j, each i < j < k. */
  readonly tableStart: Int32Array;
  readonly chances: Float64Array;
  readonly entropies: Float64Array;
}

/**
 * Compiles a network of findings with two states that combine by `strongest` (leaky noisy-OR), without groups. Causes may
 * make a finding more frequent than its background, not rarer.
 * @throws RangeError for any other network: the search has no bound for it
 */
export function compileLarge(spec: NetworkSpec): LargeNetwork {
  checkNetwork(spec);
  const { findings, odds, sizes, kinds } = spec;
  if (sizes.length > MOST_LISTED) throw new RangeError('The search takes at most three causes at once.');
  findings.forEach(({ background, combines, group, links }, index) => {
    const [no = 0] = background;
    const isNoisyOr = background.length === 2 && combines === 'strongest' && group === undefined;
    if (isNoisyOr && links.every(({ p }) => (p[0] ?? 0) <= no)) return;
    throw new RangeError(
      "The search takes findings with two states that combine by 'strongest', belong to no group and are not made " +
        `rarer by any cause; finding ${index} is other.`,
    );
  });
  const n = odds.length;
  const pairs = new Map<number, number>();
  for (const { a, b, times } of spec.pairs ?? []) pairs.set(Math.min(a, b) * n + Math.max(a, b), times);
  if (kinds) {
    const before = new Map<number, number[]>();
    kinds.forEach((kind, j) => {
      for (const i of before.get(kind) ?? []) pairs.set(i * n + j, 0);
      before.set(kind, [...(before.get(kind) ?? []), j]);
    });
  }
  const mostPair = new Float64Array(n).fill(1);
  for (const [key, times] of pairs) {
    for (const cause of [Math.floor(key / n), key % n])
      mostPair[cause] = Math.max(mostPair[cause] as number, times);
  }

  const start = new Int32Array(findings.length + 1);
  findings.forEach(({ links }, index) => {
    start[index + 1] = (start[index] as number) + links.length;
  });
  const count = start[findings.length] as number;
  const links = new Int32Array(count);
  const silence = new Float64Array(count);
  const findingOfLink = new Int32Array(count);
  const leak = Float64Array.from(findings, ({ background }) => background[0] ?? 1);
  const quietest = new Float64Array(findings.length);
  const loudest = new Float64Array(findings.length);
  const touch = new Float64Array(findings.length);
  findings.forEach((finding, index) => {
    const base = leak[index] as number;
    let least = 1;
    let second = 1;
    let third = 1;
    [...finding.links]
      .sort((a, b) => a.cause - b.cause)
      .forEach(({ cause, p }, at) => {
        const to = (start[index] as number) + at;
        const q = base > 0 ? (p[0] ?? 1) / base : 0;
        links[to] = cause;
        silence[to] = q;
        findingOfLink[to] = index;
        touch[index] = (touch[index] as number) + (odds[cause] as number) * (1 - q);
        if (q < least) [least, second, third] = [q, least, second];
        else if (q < second) [second, third] = [q, second];
        else if (q < third) third = q;
      });
    quietest[index] = least * second;
    loudest[index] = 1 - least * second * third;
  });
  const startOfCause = new Int32Array(n + 1);
  for (let link = 0; link < count; link++) {
    const cause = links[link] as number;
    startOfCause[cause + 1] = (startOfCause[cause + 1] as number) + 1;
  }
  for (let cause = 0; cause < n; cause++) {
    startOfCause[cause + 1] = (startOfCause[cause + 1] as number) + (startOfCause[cause] as number);
  }
  const linkOfCause = new Int32Array(count);
  const filled = Int32Array.from(startOfCause);
  for (let link = 0; link < count; link++) {
    const cause = links[link] as number;
    linkOfCause[filled[cause] as number] = link;
    filled[cause] = (filled[cause] as number) + 1;
  }
  const misreport = Float64Array.from(findings, (finding) => finding.misreport);
  return {
    causes: n,
    findings: findings.length,
    odds: Float64Array.from(odds),
    sizes: Float64Array.of(sizes[0] ?? 1, sizes[1] ?? 0, sizes[2] ?? 0),
    pairs,
    mostPair,
    start,
    links,
    silence,
    leak,
    misreport,
    quietest,
    worth: worthOf(leak, misreport, loudest, touch),
    startOfCause,
    linkOfCause,
    findingOfLink,
    ...tablesOf(start, silence, leak, misreport),
  };
}

function tablesOf(start: Int32Array, silence: Float64Array, leak: Float64Array, misreport: Float64Array) {
  const findings = leak.length;
  const tableStart = new Int32Array(findings).fill(-1);
  let size = 0;
  for (let finding = 0; finding < findings; finding++) {
    const p = (start[finding + 1] as number) - (start[finding] as number);
    if (p > MOST_TABLED) continue;
    tableStart[finding] = size;
    size += p + (p * (p - 1)) / 2 + (p * (p - 1) * (p - 2)) / 6;
  }
  const chances = new Float64Array(size);
  const entropies = new Float64Array(size);
  for (let finding = 0; finding < findings; finding++) {
    let at = tableStart[finding] as number;
    if (at < 0) continue;
    const from = start[finding] as number;
    const p = (start[finding + 1] as number) - from;
    const base = leak[finding] as number;
    const share = misreport[finding] as number;
    const q = (link: number) => silence[from + link] as number;
    const no = (quiet: number) => (1 - share) * base * quiet + share / 2;
    const h = (quiet: number) => entropyTerm(no(quiet)) + entropyTerm(1 - no(quiet));
    const write = (chance: (f: (quiet: number) => number) => number) => {
      chances[at] = chance(no);
      entropies[at++] = chance(h);
    };
    for (let i = 0; i < p; i++) write((f) => f(q(i)) - f(1));
    for (let i = 0; i < p; i++) {
      for (let j = i + 1; j < p; j++) write((f) => f(q(i) * q(j)) - f(q(i)) - (f(q(j)) - f(1)));
    }
    for (let i = 0; i < p; i++) {
      for (let j = i + 1; j < p; j++) {
        for (let k = j + 1; k < p; k++) {
          const pairs = (f: (quiet: number) => number) => f(q(i) * q(j)) + f(q(i) * q(k)) + f(q(j) * q(k));
          write((f) => f(q(i) * q(j) * q(k)) - pairs(f) + (f(q(i)) + f(q(j)) + f(q(k))) - f(1));
        }
      }
    }
  }
  return { tableStart, chances, entropies };
}
