// exp and log2 from + − × ÷ alone. The language leaves the last digits of Math.exp and Math.log2 to each engine; these
// give the same bits in every browser, worker and server, so that probabilities and the choice of a question do too.

const LN2_HIGH = 0.6931471803691238; // ln 2 in two parts: the first has 21 trailing zero bits (as in fdlibm)
const LN2_LOW = 1.9082149292705877e-10;

/** eˣ for |x| ≤ 700; relative error below 4e-16. */
export function expOf(x: number): number {
  const twos = Math.round(x * Math.LOG2E);
  const rest = x - twos * LN2_HIGH - twos * LN2_LOW;
  let sum = 1;
  for (let term = 18; term > 0; term--) sum = 1 + (sum * rest) / term;
  const factor = twos < 0 ? 0.5 : 2;
  for (let left = Math.abs(twos); left > 0; left--) sum *= factor;
  return sum;
}

// x = 2^exponent · mantissa; the top 9 bits of the mantissa choose c near it: log2 x = exponent + log2 c + log2(x/c).
// The mantissa is x times a power of two, which is exact; taking it from the bits would wait for a store to be read back in parts.
const bits = new Float64Array(2);
const words = new Uint32Array(bits.buffer);
bits[0] = 1;
const HIGH = words[1] === 0x3ff00000 ? 1 : 0; // which half holds the exponent: depends on the machine's byte order
const TO_MANTISSA = new Float64Array(2048).fill(1);
for (let exponent = 1024; exponent < 2047; exponent++)
  TO_MANTISSA[exponent] = (TO_MANTISSA[exponent - 1] as number) / 2;
for (let exponent = 1022; exponent > 0; exponent--)
  TO_MANTISSA[exponent] = (TO_MANTISSA[exponent + 1] as number) * 2;
const INVERSE = new Float64Array(512);
const LOG2_C = new Float64Array(512);
for (let top = 0; top < 512; top++) {
  const c = 1 + (top + 0.5) / 512;
  INVERSE[top] = 1 / c;
  const s = (c - 1) / (c + 1);
  let series = 0;
  for (let power = 41; power > 0; power -= 2) series = series * s * s + 1 / power;
  LOG2_C[top] = 2 * s * series * Math.LOG2E;
}

/** log2 x for a normal x > 0; absolute error below 4e-16 for x in 2^-60..1, enough for entropies. */
export function log2Of(x: number): number {
  bits[0] = x;
  return logOf(x, words[HIGH] as number);
}

/** From the number and the upper half of its bits. */
function logOf(x: number, high: number): number {
  const top = (high >>> 11) & 511;
  const r = x * (TO_MANTISSA[high >>> 20] as number) * (INVERSE[top] as number) - 1;
  return (high >>> 20) - 1023 + (LOG2_C[top] as number) + seriesOf(r) * Math.LOG2E;
}

/** −p·log2 p, which is 0 at 0. */
export function entropyTerm(p: number): number {
  return p > 1e-300 ? -p * log2Of(p) : 0;
}

/** Sum of −p·log2 p: the entropy in bits where they sum to 1. As `entropyTerm`, in one loop that need not wait for any result. */
export function entropyOf(all: Float64Array): number {
  const high = new Uint32Array(all.buffer, all.byteOffset, 2 * all.length);
  const scale = TO_MANTISSA;
  const inverse = INVERSE;
  const logs = LOG2_C;
  let sum = 0;
  for (let at = 0; at < all.length; at++) {
    const p = all[at] as number;
    if (!(p > 1e-300)) continue;
    const upper = high[2 * at + HIGH] as number;
    const top = (upper >>> 11) & 511;
    const r = p * (scale[upper >>> 20] as number) * (inverse[top] as number) - 1;
    sum -= p * ((upper >>> 20) - 1023 + (logs[top] as number) + seriesOf(r) * Math.LOG2E);
  }
  return sum;
}

/** Entropy in bits of a yes and a no. */
export function entropyOfTwo(p: number): number {
  const q = 1 - p;
  if (!(p > 1e-300 && q > 1e-300)) return 0;
  bits[0] = p;
  bits[1] = q;
  return -p * logOf(p, words[HIGH] as number) - q * logOf(q, words[HIGH + 2] as number);
}

/** Room for many chances of a yes and of a no, in turn, and their bits. */
export interface Chances {
  readonly p: Float64Array;
  readonly words: Uint32Array;
}

export function roomForChances(count: number): Chances {
  const p = new Float64Array(2 * count);
  return { p, words: new Uint32Array(p.buffer) };
}

/** Adds the entropy in bits of each yes and no to `to`; as `entropyOfTwo`, in one loop that need not wait for any result. */
export function addEntropies({ p: both, words }: Chances, to: Float64Array): void {
  const scale = TO_MANTISSA;
  const inverse = INVERSE;
  const logs = LOG2_C;
  for (let at = 0; at < to.length; at++) {
    const p = both[2 * at] as number;
    const q = both[2 * at + 1] as number;
    if (!(p > 1e-300 && q > 1e-300)) continue;
    const highP = words[4 * at + HIGH] as number;
    const highQ = words[4 * at + 2 + HIGH] as number;
    const topP = (highP >>> 11) & 511;
    const topQ = (highQ >>> 11) & 511;
    const r = p * (scale[highP >>> 20] as number) * (inverse[topP] as number) - 1;
    const s = q * (scale[highQ >>> 20] as number) * (inverse[topQ] as number) - 1;
    const logP = (highP >>> 20) - 1023 + (logs[topP] as number) + seriesOf(r) * Math.LOG2E;
    const logQ = (highQ >>> 20) - 1023 + (logs[topQ] as number) + seriesOf(s) * Math.LOG2E;
    to[at] = (to[at] as number) - p * logP - q * logQ;
  }
}

/** ln(1 + r) for |r| ≤ 2⁻⁹. */
function seriesOf(r: number): number {
  const r2 = r * r;
  return r - r2 * (0.5 - r * (1 / 3) + r2 * (0.25 - r * 0.2));
}
