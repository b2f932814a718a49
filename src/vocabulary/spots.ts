// Where exactly an answer lies: which part of the place, which side of the body. A spot is told to whoever reads the answer, a
// clinician or a plan. It is kept apart from the answers because these are what probabilities and red flags are worked out
// from, and no source tells how often a cause is felt in one part, or on one side, rather than the other.

import type { FindingId } from './answers.ts';

/** Sides as the person has them. `both`: both sides alike. `middle`: neither, as in the low back. */
export const SIDES = ['left', 'right', 'both', 'middle'] as const;

export type Side = (typeof SIDES)[number];

export interface Spot {
  /** A part of the state that was chosen. */
  readonly part?: string;
  readonly side?: Side;
}

/** Spots by the finding that they belong to; what was not told has none. */
export type Spots = Readonly<Record<FindingId, Spot>>;

/** Tells whether a text names a side. */
export function isSide(text: unknown): text is Side {
  return (SIDES as readonly unknown[]).includes(text);
}
