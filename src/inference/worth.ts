// How much a finding of a large network can tell at most, without weighing it. P(no) moves between what it is without parents and what
// the three loudest make of it. Let a share λ of the sets be at the loud end and the others at the silent one: of all ways to have the
// same P(no) that one tells most, since information is convex in what is mixed. It is
//   I(λ) = H(silent + λ·(loud − silent)) − (1 − λ)·H(silent) − λ·H(loud),
// concave, with slope KL(loud ‖ silent) at 0; and λ is at most w / (1 − silence of the three loudest), w = Σ P(parent)·(1 − silence).

import { entropyOfTwo, expOf, log2Of } from '../probability/index.ts';

export interface Worth {
  /** By finding: P(no) without parents, and with the three loudest. */
  readonly silent: Float64Array;
  readonly loud: Float64Array;
  /** 1 − silence of the three loudest; the λ that tells most. */
  readonly loudness: Float64Array;
  readonly bestShare: Float64Array;
  /** Slope of the bound in w, in bits: the bound is at most this times w. */
  readonly slope: Float64Array;
  /** Σ odds · (1 − silence) over the parents. */
  readonly touch: Float64Array;
  /** Findings by falling `touch · slope`. */
  readonly order: Int32Array;
}

/** @param loudness 1 − silence of the three loudest parents of each finding */
export function worthOf(
  leak: Float64Array,
  misreport: Float64Array,
  loudness: Float64Array,
  touch: Float64Array,
): Worth {
  const silent = leak.map((base, finding) => chanceOfNo(base, misreport[finding] as number));
  const loud = leak.map((base, finding) =>
    chanceOfNo(base * (1 - (loudness[finding] as number)), misreport[finding] as number),
  );
  const bestShare = new Float64Array(leak.length);
  const slope = new Float64Array(leak.length);
  loudness.forEach((most, finding) => {
    const from = silent[finding] as number;
    const way = (loud[finding] as number) - from;
    if (!(most > 0) || way === 0) return;
    slope[finding] = divergence(from + way, from) / most;
    // Where the derivative of I is 0: log2((1 − p) / p) = (H(loud) − H(silent)) / (loud − silent).
    const tilt = (entropyOfTwo(from + way) - entropyOfTwo(from)) / way;
    const p = 1 / (1 + expOf(Math.max(-700, Math.min(700, tilt * Math.LN2))));
    bestShare[finding] = Math.max(0, Math.min(1, (p - from) / way));
  });
  const most = touch.map((own, finding) => (own > 0 ? own * (slope[finding] as number) : 0));
  const order = Int32Array.from(most.keys()).sort(
    (a, b) => (most[b] as number) - (most[a] as number) || a - b,
  );
  return { silent, loud, loudness, bestShare, slope, touch, order };
}

function chanceOfNo(no: number, misreport: number): number {
  return (1 - misreport) * no + misreport / 2;
}

/** I(λ) for the λ that w allows, in bits. */
export function mostBits({ silent, loud, loudness, bestShare }: Worth, finding: number, w: number): number {
  const least = loudness[finding] as number;
  const best = bestShare[finding] as number;
  const share = w < best * least ? w / least : best;
  const from = silent[finding] as number;
  const to = loud[finding] as number;
  return (
    entropyOfTwo(from + share * (to - from)) - (1 - share) * entropyOfTwo(from) - share * entropyOfTwo(to)
  );
}

/** Kullback–Leibler divergence of two yes-or-no distributions, in bits; infinite where the second rules out what the first allows. */
function divergence(p: number, q: number): number {
  const part = (a: number, b: number) =>
    a <= 0 ? 0 : b <= 0 ? Number.POSITIVE_INFINITY : a * (log2Of(a) - log2Of(b));
  return part(p, q) + part(1 - p, 1 - q);
}
