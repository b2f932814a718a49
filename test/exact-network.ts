// The definition of a network, written out in fixed-point integers of 512 bits behind the point, sharing no code with the engine:
// list the sets, multiply, divide at the end. What a double cannot hold is held here, so this tells how many digits are right.

import type { FindingSpec, NetworkSpec } from '../src/inference/index.ts';

const BITS = 512n;
const ONE = 1n << BITS;
const times = (a: bigint, b: bigint) => (a * b) >> BITS;
const over = (a: bigint, b: bigint) => (a << BITS) / b;
const least = (a: bigint, b: bigint) => (a < b ? a : b);
const most = (a: bigint, b: bigint) => (a > b ? a : b);

/** The exact value of a double of ordinary size. */
function exactly(x: number): bigint {
  let scaled = x;
  let twos = 0n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    twos++;
  }
  return (BigInt(scaled) << BITS) >> twos;
}

export interface Exact {
  readonly sets: readonly (readonly number[])[];
  /** P(set | answers). */
  readonly probabilities: readonly number[];
  /** P(cause | answers). */
  readonly posterior: readonly number[];
  /** Whether the answers are possible at all. */
  readonly isPossible: boolean;
}

/** @param answers state of each answered finding */
export function exactPosterior(network: NetworkSpec, answers: ReadonlyMap<number, number>): Exact {
  const sets = listSets(network);
  const weights = sets.map((set) => {
    let weight = priorOf(network, set);
    const groups = new Map<number, { weak: bigint; strong: bigint }>();
    for (const [finding, state] of answers) {
      const spec = network.findings[finding] as FindingSpec;
      if (spec.group === undefined) {
        weight = times(weight, reported(spec, set, 0)[0]?.[state] ?? 0n);
        continue;
      }
      const [weak = [], strong = []] = reported(spec, set, network.spreads?.[spec.group] ?? 0);
      const half = groups.get(spec.group) ?? { weak: ONE, strong: ONE };
      groups.set(spec.group, {
        weak: times(half.weak, weak[state] ?? 0n),
        strong: times(half.strong, strong[state] ?? 0n),
      });
    }
    for (const { weak, strong } of groups.values()) weight = times(weight, (weak + strong) / 2n);
    return weight;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const share = (weight: bigint) => (total > 0n ? Number((weight << 80n) / total) / 2 ** 80 : Number.NaN);
  return {
    sets,
    probabilities: weights.map(share),
    posterior: network.odds.map((_, cause) =>
      share(weights.reduce((sum, weight, at) => (sets[at]?.includes(cause) ? sum + weight : sum), 0n)),
    ),
    isPossible: total > 0n,
  };
}

function listSets({ odds, sizes }: NetworkSpec): number[][] {
  const n = odds.length;
  const sets: number[][] = [];
  for (let i = 0; i < n; i++) sets.push([i]);
  if (sizes.length > 1) for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) sets.push([i, j]);
  if (sizes.length > 2) {
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) for (let k = j + 1; k < n; k++) sets.push([i, j, k]);
    }
  }
  return sets;
}

function priorOf({ odds, kinds, sizes, pairs = [] }: NetworkSpec, set: readonly number[]): bigint {
  let weight = exactly(sizes[set.length - 1] ?? 0);
  for (const cause of set) weight = times(weight, exactly(odds[cause] ?? 0));
  for (const a of set) {
    for (const b of set) {
      if (a >= b) continue;
      if (kinds && kinds[a] === kinds[b]) return 0n;
      const pair = pairs.find((one) => Math.min(one.a, one.b) === a && Math.max(one.a, one.b) === b);
      weight = times(weight, exactly(pair?.times ?? 1));
    }
  }
  return weight;
}

/** P(reported state | set) in weakly and in strongly marked cases. */
function reported(spec: FindingSpec, set: readonly number[], spread: number): bigint[][] {
  const own = spec.links.filter(({ cause }) => set.includes(cause)).map(({ p }) => p.map(exactly));
  const truth = shown(spec, own);
  const share = exactly(spec.misreport);
  const halves = spread === 0 || own.length === 0 ? [truth, truth] : split(truth, spread, spec.mark);
  return halves.map((p) => p.map((one) => times(ONE - share, one) + share / BigInt(p.length)));
}

function shown({ combines, background }: FindingSpec, own: readonly (readonly bigint[])[]): bigint[] {
  const base = background.map(exactly);
  if (own.length === 0) return base;
  if (own.length === 1) return [...(own[0] ?? [])];
  if (combines === 'either') {
    return base.map((_, state) => own.reduce((sum, p) => sum + (p[state] ?? 0n), 0n) / BigInt(own.length));
  }
  if (combines === 'product') {
    const raw = base.map((leak, state) =>
      leak === 0n ? 0n : own.reduce((weight, p) => over(times(weight, p[state] ?? 0n), leak), leak),
    );
    const total = raw.reduce((sum, one) => sum + one, 0n);
    return total === 0n ? base : raw.map((one) => over(one, total));
  }
  const upTo = (p: readonly bigint[], state: number) =>
    p.slice(0, state + 1).reduce((sum, one) => sum + one, 0n);
  let before = 0n;
  return base.map((_, state) => {
    const leak = upTo(base, state);
    let c = leak === 0n ? 0n : leak;
    for (const p of own) if (leak > 0n) c = times(c, least(ONE, over(upTo(p, state), leak)));
    if (state === base.length - 1) c = ONE;
    const chance = most(0n, c - before);
    before = most(before, c);
    return chance;
  });
}

/** Tails, or the chance of the mark, moved by the spread, around the centre found by halving that keeps their mean. */
function split(truth: readonly bigint[], spread: number, mark: number | undefined): bigint[][] {
  const odds = exponential(exactly(spread));
  if (mark !== undefined) {
    const mean = truth[mark] ?? 0n;
    if (mean >= ONE) return [[...truth], [...truth]];
    const weakly = weakTail(mean, odds);
    return [weakly, 2n * mean - weakly].map((own) =>
      truth.map((one, state) => (state === mark ? own : over(times(one, ONE - own), ONE - mean))),
    );
  }
  const tails = truth.map((_, state) =>
    most(0n, ONE - truth.slice(0, state).reduce((sum, one) => sum + one, 0n)),
  );
  const weak = tails.map((tail, state) => (state === 0 ? ONE : weakTail(tail, odds)));
  const strong = tails.map((tail, state) => (state === 0 ? ONE : 2n * tail - (weak[state] ?? 0n)));
  return [weak, strong].map((half) => half.map((tail, state) => most(0n, tail - (half[state + 1] ?? 0n))));
}

function weakTail(mean: bigint, odds: bigint): bigint {
  if (mean <= 0n) return 0n;
  if (mean >= ONE) return ONE;
  // y = P(at least this state) in a weak case; its strong twin has the odds of y times the square of eˢ.
  let low = 0n;
  let high = mean;
  const square = times(odds, odds);
  for (let step = 0n; step < 300n; step++) {
    const y = (low + high) / 2n;
    const strong = over(times(y, square), ONE - y + times(y, square));
    if (y + strong < 2n * mean) low = y;
    else high = y;
  }
  return low;
}

function exponential(x: bigint): bigint {
  let sum = ONE;
  let term = ONE;
  for (let at = 1n; at < 200n; at++) {
    term = times(term, x) / at;
    sum += term;
  }
  return sum;
}
