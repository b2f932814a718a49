// The scale of verdicts in plain words, as it is published at /guide/verdicts.

import type { Verdict } from '../knowledge/index.ts';

/** Behind a sentence, on a chip. */
export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  supported: 'holds',
  partly: 'partly true',
  unsupported: 'not shown',
  contradicted: 'not true',
  outdated: 'out of date',
  advice: 'advice',
};

/**
 * For ClaimReview, where a rating is a number: 5 for what holds, 1 for what does not. An advice has none, for it is neither true nor false.
 */
export const VERDICT_RATINGS: Readonly<Record<Verdict, number | undefined>> = {
  supported: 5,
  partly: 3,
  unsupported: 2,
  outdated: 2,
  contradicted: 1,
  advice: undefined,
};
