// Seeded networks to measure on, and answers drawn from them. The reference network has the size and shape of the product's
// knowledge as it was planned: 30 causes, 150 findings, each seen with 2 to 8 of them.

import type { FindingSpec, NetworkSpec } from '../src/inference/index.ts';
import { draw, expOf, type Random, randomFrom } from '../src/probability/index.ts';

export interface Shape {
  readonly causes: number;
  readonly findings: number;
  readonly seed: number;
  /** Share of the findings that have many parents, and how many at most. */
  readonly heavy?: { readonly share: number; readonly most: number };
  readonly misreport?: number;
  readonly sizes?: readonly number[];
}

export const REFERENCE: Shape = { causes: 30, findings: 150, seed: 1 };
export const LARGE: Shape = { causes: 1000, findings: 5000, seed: 2 };
export const HEAVY: Shape = { ...LARGE, seed: 3, heavy: { share: 0.05, most: 200 } };

/** A leaky noisy-OR network. Odds from 1 to e⁻⁴ as common, second and third causes as rare as the product's model file has them. */
export function networkOf({
  causes,
  findings,
  seed,
  heavy,
  misreport = 0,
  sizes = [1, 0.15, 0.02],
}: Shape): NetworkSpec {
  const random = randomFrom(seed);
  const raw = Array.from({ length: causes }, () => expOf(-4 * random()));
  const sum = raw.reduce((total, one) => total + one, 0);
  return {
    odds: raw.map((one) => one / sum),
    sizes,
    findings: Array.from({ length: findings }, () => findingOf(causes, heavy, misreport, random)),
  };
}

function findingOf(causes: number, heavy: Shape['heavy'], misreport: number, random: Random): FindingSpec {
  const isHeavy = heavy !== undefined && random() < heavy.share;
  const count = isHeavy ? 20 + Math.floor(random() * (heavy.most - 19)) : 2 + Math.floor(random() * 7);
  const parents = new Set<number>();
  while (parents.size < Math.min(count, causes)) parents.add(Math.floor(random() * causes));
  const leak = 0.002 + 0.03 * random();
  return {
    background: [1 - leak, leak],
    combines: 'strongest',
    misreport,
    links: [...parents]
      .sort((a, b) => a - b)
      .map((cause) => {
        const no = (1 - leak) * (0.1 + 0.8 * random());
        return { cause, p: [no, 1 - no] };
      }),
  };
}

export interface Drawn {
  readonly causes: readonly number[];
  /** By finding: its state. */
  readonly states: Uint8Array;
}

/** Draws who is ill with what, and what would be answered to every question. Binary findings that combine by `strongest`. */
export function drawPerson({ odds, sizes, findings }: NetworkSpec, random: Random): Drawn {
  const sums = [1, 0, 0, 0];
  for (const one of odds)
    for (let size = 3; size > 0; size--) sums[size] = (sums[size] ?? 0) + (sums[size - 1] ?? 0) * one;
  const size =
    1 +
    draw(
      sizes.map((kappa, at) => kappa * (sums[at + 1] ?? 0)),
      random,
    );
  const causes = new Set<number>();
  // By rejection: independent draws of `size` causes, kept when all differ, are sets in proportion to their odds.
  while (causes.size < size) {
    causes.clear();
    for (let at = 0; at < size; at++) causes.add(draw(odds, random));
  }
  const states = Uint8Array.from(findings, ({ background, links, misreport }) => {
    const leak = background[0] ?? 1;
    let no = leak;
    for (const { cause, p } of links) if (causes.has(cause)) no *= (p[0] ?? 1) / leak;
    return random() < (1 - misreport) * (1 - no) + misreport / 2 ? 1 : 0;
  });
  return { causes: [...causes], states };
}

/** The first `count` findings to ask, at random. */
export function drawFindings(network: NetworkSpec, count: number, random: Random): number[] {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(Math.floor(random() * network.findings.length));
  return [...chosen];
}
