// Entropy and odds, in bits. A probability is a plain number 0–1; a distribution is a list of them that sums to 1.

/** Entropy of a distribution in bits; terms of probability 0 count nothing. */
export function entropyBits(distribution: Iterable<number>): number {
  let sum = 0;
  for (const p of distribution) if (p > 0) sum -= p * Math.log2(p);
  return sum;
}

/** Log odds in bits: 0 at one half, ±∞ at 0 and 1. */
export function logOddsBits(p: number): number {
  return Math.log2(p) - Math.log2(1 - p);
}

/** Odds of a probability below 1. */
export function oddsOf(p: number): number {
  return p / (1 - p);
}

/**
 * What is reported when a share of answers names any state at random: the answer channel. It bounds every likelihood
 * ratio without an ad hoc rule.
 */
export function throughChannel(p: readonly number[], misreport: number): readonly number[] {
  return p.map((one) => (1 - misreport) * one + misreport / p.length);
}
