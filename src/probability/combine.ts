// How two causes that are present at the same time show in one finding. `background` is the distribution without
// either of them; a cause that equals the background leaves the other cause's distribution unchanged.

/**
 * The stronger effect shows (noisy-MAX with leak). States are ordered from least to most. With cumulative
 * probabilities C and leak C₀: C = C₀ · min(1, C₁/C₀) · min(1, C₂/C₀). A cause that makes the finding *less* frequent
 * than the background cannot hide what the other one shows, hence the minimum.
 */
export function strongest(
  a: readonly number[],
  b: readonly number[],
  background: readonly number[],
): readonly number[] {
  const combined: number[] = [];
  let sumA = 0;
  let sumB = 0;
  let sum0 = 0;
  let before = 0;
  for (let state = 0; state < background.length; state++) {
    sumA += a[state] ?? 0;
    sumB += b[state] ?? 0;
    sum0 += background[state] ?? 0;
    const last = state === background.length - 1;
    const upTo = last ? 1 : sum0 > 0 ? sum0 * Math.min(1, sumA / sum0) * Math.min(1, sumB / sum0) : 0;
    combined.push(Math.max(0, upTo - before));
    before = Math.max(before, upTo);
  }
  return combined;
}

/** The answer comes from one cause or the other, equally often. */
export function either(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((p, state) => (p + (b[state] ?? 0)) / 2);
}

/** Factors on the odds multiply: for what a runner *is* rather than feels (age, sex, medicines). */
export function product(
  a: readonly number[],
  b: readonly number[],
  background: readonly number[],
): readonly number[] {
  const weights = background.map((base, state) =>
    base > 0 ? ((a[state] ?? 0) * (b[state] ?? 0)) / base : 0,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : background;
}
