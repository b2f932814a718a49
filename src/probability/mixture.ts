// Two halves of the same kind of case: one marked weakly, one strongly. What travels together in reality (a big tear bleeds,
// swells and makes limp) then travels together in the model, and its parts are not counted as independent votes.

import { expOf } from './numeric.ts';

/** A distribution in weakly and in strongly marked cases; the mean of both is the distribution itself. */
export interface Halves {
  readonly weak: readonly number[];
  readonly strong: readonly number[];
}

/**
 * Splits a distribution over states that go from least to most: P(at least this state) moves by `spread` log odds down in
 * the weak half and up in the strong half, around the centre that keeps the mean exact.
 * @param spread log odds, 0 or more; 0 gives two equal halves
 * @param mark where states have no order: the one that moves so; the others share what it leaves as before
 */
export function halvesOf(p: readonly number[], spread: number, mark?: number): Halves {
  if (spread === 0) return { weak: p, strong: p };
  const odds = expOf(spread);
  return mark === undefined ? ordered(p, odds) : marked(p, odds, mark);
}

function marked(p: readonly number[], odds: number, mark: number): Halves {
  const mean = p[mark] ?? 0;
  const rest = 1 - mean;
  if (rest <= 0) return { weak: p, strong: p };
  const weak = weakTail(mean, odds);
  const strong = Math.min(1, Math.max(0, 2 * mean - weak));
  const half = (own: number) => p.map((one, state) => (state === mark ? own : (one * (1 - own)) / rest));
  return { weak: half(weak), strong: half(strong) };
}

function ordered(p: readonly number[], odds: number): Halves {
  const weak: number[] = [];
  const strong: number[] = [];
  let above = 1;
  let weakAbove = 1;
  let strongAbove = 1;
  p.forEach((one, state) => {
    const next = state === p.length - 1 ? 0 : Math.max(0, above - one);
    const weakNext = weakTail(next, odds);
    // The rest of the mean, not a tail of its own: that keeps the mean exact to the last bit that matters.
    const strongNext = Math.min(strongAbove, Math.max(0, 2 * next - weakNext));
    weak.push(Math.max(0, weakAbove - weakNext));
    strong.push(Math.max(0, strongAbove - strongNext));
    above = next;
    weakAbove = weakNext;
    strongAbove = strongNext;
  });
  return { weak, strong };
}

/**
 * The tail in weakly marked cases: logistic(c − s) at the centre c with ½·logistic(c − s) + ½·logistic(c + s) = p. In closed
 * form and without logarithms: x = eᶜ is the positive root of (1 − p)·x² + cosh(s)·(1 − 2p)·x − p = 0.
 * @param odds eˢ
 */
function weakTail(p: number, odds: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const b = ((odds + 1 / odds) / 2) * (1 - 2 * p);
  const root = Math.sqrt(b * b + 4 * p * (1 - p));
  // The form without cancellation, whichever sign b has.
  const x = b >= 0 ? (2 * p) / (b + root) : (root - b) / (2 * (1 - p));
  return x / (odds + x);
}
