// What a page can say of itself: how many claims it makes, how many a clinician has reviewed, and how old the oldest review is.

import type { Claim } from '../knowledge/index.ts';
import type { LocalDate } from '../vocabulary/index.ts';

export interface Balance {
  readonly claims: number;
  readonly reviewed: number;
  /** Day of the oldest review; undefined before the first one. */
  readonly oldestReview: LocalDate | undefined;
  /** Day on which the first of them is due again; undefined without claims. */
  readonly nextReview: LocalDate | undefined;
}

export function balanceOf(claims: readonly Claim[]): Balance {
  const reviews = claims.flatMap(({ review }) => (review.state === 'reviewed' ? [review.on ?? ''] : []));
  return {
    claims: claims.length,
    reviewed: reviews.length,
    oldestReview: first(reviews),
    nextReview: first(claims.map(({ nextReview }) => nextReview)),
  };
}

export type ReviewState = 'not yet reviewed' | 'reviewed' | 'overdue';

/** Where the review of a claim stands on a day; one that nobody has reviewed is not overdue but open. */
export function reviewState({ review, nextReview }: Claim, today: LocalDate): ReviewState {
  if (review.state !== 'reviewed') return review.state;
  return nextReview < today ? 'overdue' : 'reviewed';
}

/** Dates sort as texts. */
function first(dates: readonly LocalDate[]): LocalDate | undefined {
  return dates.length === 0 ? undefined : dates.reduce((least, date) => (date < least ? date : least));
}
