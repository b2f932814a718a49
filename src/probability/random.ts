// Chance that can be repeated. The pure rooms have no randomness of their own: whoever needs some passes in a seed.

/** Returns the next number in [0, 1). */
export type Random = () => number;

/**
 * A small, fast generator (sfc32, 128 bits of state; passes the usual batteries) from one 32-bit seed.
 * Same seed, same numbers, on every platform.
 */
export function randomFrom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = seed >>> 0;
  const next = () => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t || 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 15; warm++) next();
  return next;
}

/** Draws an index with the given weights (not negative, not all zero). */
export function draw(weights: ArrayLike<number>, random: Random): number {
  let total = 0;
  for (let index = 0; index < weights.length; index++) total += weights[index] ?? 0;
  let left = random() * total;
  for (let index = 0; index < weights.length; index++) {
    left -= weights[index] ?? 0;
    if (left < 0) return index;
  }
  return weights.length - 1;
}

/** Draws from the standard normal distribution (Box and Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Standard normal cumulative probability; absolute error below 1.5e-7 (Abramowitz and Stegun 7.1.26). */
export function normalBelow(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const poly =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const half = 1 - poly * Math.exp((-x * x) / 2);
  return x >= 0 ? (1 + half) / 2 : (1 - half) / 2;
}

/** Draws from the gamma distribution with scale 1 (Marsaglia and Tsang 2000; boosted below shape 1). */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d * (1 - v + Math.log(v))) return d * v;
  }
}

/** Draws from the beta distribution: a proportion of which `yes` were seen and `no` were not. */
export function beta(yes: number, no: number, random: Random): number {
  const a = gamma(yes, random);
  const b = gamma(no, random);
  return a / (a + b);
}
