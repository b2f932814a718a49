// The guide as it is read: prose compiled to HTML, claims with their reviews. One plain value, safe to store as JSON; the device
// keeps it under its hash.

import type {
  AuthoredSource,
  Claim,
  ClaimId,
  GuidePageFacts,
  GuidePageId,
  Verdict,
} from '../knowledge/index.ts';
import type { LocalDate, SourceKey } from '../vocabulary/index.ts';

export type Block =
  /** HTML that the compiler made of Markdown without any HTML in it. */
  | { readonly kind: 'prose'; readonly html: string }
  | { readonly kind: 'figure'; readonly name: string }
  /** The list of the claims of the first article. */
  | { readonly kind: 'article-claims' };

export interface GuidePage extends GuidePageFacts {
  readonly blocks: readonly Block[];
  /** In the order in which the page makes them. */
  readonly claims: readonly ClaimId[];
}

export interface Guide {
  /** SHA-256 of everything below, hexadecimal. */
  readonly hash: string;
  readonly pages: readonly GuidePage[];
  readonly claims: readonly Claim[];
  readonly sources: Readonly<Record<SourceKey, AuthoredSource>>;
}

/** What a clinician signed at the editors' desk. */
export interface Review {
  readonly by: string;
  readonly on: LocalDate;
  readonly nextReview: LocalDate;
  /** When two of them agreed on another verdict. */
  readonly verdict?: Verdict;
}

export function guidePageById(guide: Guide, id: GuidePageId): GuidePage | undefined {
  return guide.pages.find((page) => page.id === id);
}

export function claimById(guide: Guide, id: ClaimId): Claim | undefined {
  return guide.claims.find((claim) => claim.id === id);
}

/** The claims that a page makes, in its order. */
export function claimsOf(guide: Guide, page: GuidePage): readonly Claim[] {
  return page.claims.flatMap((id) => claimById(guide, id) ?? []);
}

/** The claims of the first article, in its order; one that answers two of them stands twice. */
export function articleClaims(guide: Guide): readonly { readonly number: string; readonly claim: Claim }[] {
  return guide.claims
    .flatMap((claim) => claim.seed.map((number) => ({ number, claim })))
    .sort((a, b) => Number(a.number.slice(1)) - Number(b.number.slice(1)));
}

/** The page that tells of something, by kind and id. */
export function pageAbout(
  guide: Guide,
  kind: 'conditions' | 'plans' | 'exercises',
  id: string,
): GuidePage | undefined {
  return guide.pages.find((page) => page[kind].includes(id));
}

/**
 * The guide with reviews that were signed after it was written. A claim that rests on nothing that was read takes none:
 * there would be nothing that the reviewer could have looked at. An older review never replaces a newer one.
 */
export function withReviews(guide: Guide, reviews: ReadonlyMap<ClaimId, Review>): Guide {
  if (reviews.size === 0) return guide;
  const claims = guide.claims.map((claim): Claim => {
    const review = reviews.get(claim.id);
    if (!review || claim.basis.certainty === 'unverified') return claim;
    if (claim.review.on !== undefined && claim.review.on >= review.on) return claim;
    const { by, on, nextReview, verdict = claim.verdict } = review;
    const change =
      verdict === claim.verdict
        ? `Reviewed by ${by}.`
        : `Verdict changed from ${claim.verdict} to ${verdict}; reviewed by ${by}.`;
    return {
      ...claim,
      verdict,
      review: { state: 'reviewed', by, on },
      nextReview,
      history: [...claim.history, { on, change }],
    };
  });
  return { ...guide, claims };
}
