// How causes that are present at the same time show in one finding. `background` is the distribution without any of
// them; a cause that equals the background leaves what the others show unchanged.

type Distribution = readonly number[];

/**
 * The strongest effect shows (noisy-MAX with leak). States are ordered from least to most. With cumulative
 * probabilities C and leak C₀: C = C₀ · ∏ min(1, Cᵢ/C₀). A cause that makes the finding *less* frequent than the
 * background cannot hide what another one shows, hence the minimum.
 * @param causes one distribution for each cause, at least one
 */
export function strongest(causes: readonly Distribution[], background: Distribution): Distribution {
  const combined: number[] = [];
  const sums = causes.map(() => 0);
  let leak = 0;
  let before = 0;
  for (let state = 0; state < background.length; state++) {
    leak += background[state] ?? 0;
    let upTo = leak > 0 ? leak : 0;
    for (let at = 0; at < sums.length; at++) {
      const sum = (sums[at] ?? 0) + (causes[at]?.[state] ?? 0);
      sums[at] = sum;
      if (leak > 0) upTo *= Math.min(1, sum / leak);
    }
    if (state === background.length - 1) upTo = 1;
    combined.push(Math.max(0, upTo - before));
    before = Math.max(before, upTo);
  }
  return combined;
}

/** The answer comes from any one of the causes, equally often. */
export function either(causes: readonly Distribution[]): Distribution {
  const [first = []] = causes;
  return first.map((_, state) => causes.reduce((sum, one) => sum + (one[state] ?? 0), 0) / causes.length);
}

/** Factors on the odds multiply: for what a runner *is* rather than feels (age, sex, medicines). */
export function product(causes: readonly Distribution[], background: Distribution): Distribution {
  const weights = background.map((base, state) =>
    base > 0 ? causes.reduce((weight, one) => (weight * (one[state] ?? 0)) / base, base) : 0,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : background;
}
