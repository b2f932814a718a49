// The guide in the words of schema.org, for search engines and fact-check tools: a page is a MedicalWebPage with its sources, a claim
// page a ClaimReview of one Claim. Nothing is said that has not happened: without a clinician's review there is no lastReviewed and no
// reviewedBy. Addresses need a public one to begin with; without it nodes have none.

import type { AuthoredSource, Claim, Condition } from '../knowledge/index.ts';
import { type GuidePage, VERDICT_NAMES, VERDICT_RATINGS } from '../learn/index.ts';
import type { LocalDate } from '../vocabulary/index.ts';

export type JsonLd = { readonly [key: string]: JsonLdValue };
type JsonLdValue = string | number | JsonLd | readonly JsonLdValue[];

const CONTEXT = 'https://schema.org';
const PUBLISHER: JsonLd = { '@type': 'Organization', name: 'Backstride' };
const LANGUAGE = 'en-GB';
/** The article that the claims C1 to C53 stand in. */
const ARTICLE: JsonLd = { '@type': 'Article', name: 'What to do for deep hamstring pain from running?' };

export interface MedicalWebPageOptions {
  readonly page: GuidePage;
  /** The claims that it makes. */
  readonly claims: readonly Claim[];
  readonly sources: readonly AuthoredSource[];
  /** Causes of which it tells. */
  readonly conditions: readonly Condition[];
  readonly publicAddress: string | undefined;
}

export function medicalWebPage(options: MedicalWebPageOptions): JsonLd {
  const { page, claims, sources, conditions, publicAddress } = options;
  const reviews = claims.map(({ review }) => review);
  const isReviewed = claims.length > 0 && reviews.every(({ state }) => state === 'reviewed');
  const names = [...new Set(reviews.flatMap(({ by }) => by ?? []))];
  return {
    '@context': CONTEXT,
    '@type': 'MedicalWebPage',
    ...at(publicAddress, `/guide/${page.id}`),
    name: page.title,
    description: page.summary,
    inLanguage: LANGUAGE,
    dateModified: page.changed,
    publisher: PUBLISHER,
    audience: { '@type': 'Audience', audienceType: 'Runners' },
    ...(conditions.length > 0
      ? {
          about: conditions.map(({ name, clinicalName }) => ({
            '@type': 'MedicalCondition',
            name,
            alternateName: clinicalName,
          })),
        }
      : {}),
    ...(isReviewed
      ? {
          lastReviewed: oldest(reviews.flatMap(({ on }) => on ?? [])),
          reviewedBy: names.map((name) => ({ '@type': 'Person', name })),
        }
      : {}),
    ...(sources.length > 0 ? { citation: sources.map(citationOf) } : {}),
    ...(claims.length > 0 ? { hasPart: claims.map((claim) => claimNode(claim, publicAddress)) } : {}),
  };
}

export interface ClaimReviewOptions {
  readonly claim: Claim;
  readonly sources: readonly AuthoredSource[];
  readonly publicAddress: string | undefined;
}

/** One claim with its verdict; an advice, which is neither true nor false, is told without a rating. */
export function claimReview({ claim, sources, publicAddress }: ClaimReviewOptions): JsonLd {
  const rating = VERDICT_RATINGS[claim.verdict];
  const changed = claim.history.at(-1)?.on;
  const node = claimNode(claim, publicAddress);
  if (rating === undefined) {
    return { '@context': CONTEXT, ...node, description: claim.why, citation: sources.map(citationOf) };
  }
  return {
    '@context': CONTEXT,
    '@type': 'ClaimReview',
    ...at(publicAddress, `/claims/${claim.id}`),
    claimReviewed: claim.text,
    itemReviewed: claim.seed.length > 0 ? { ...node, appearance: ARTICLE } : node,
    reviewRating: {
      '@type': 'Rating',
      ratingValue: rating,
      bestRating: 5,
      worstRating: 1,
      alternateName: VERDICT_NAMES[claim.verdict],
    },
    reviewBody: claim.why,
    inLanguage: LANGUAGE,
    author: PUBLISHER,
    ...(changed ? { dateModified: changed, datePublished: claim.history[0]?.on ?? changed } : {}),
    citation: sources.map(citationOf),
  };
}

/** JSON for a script element: nothing in it can end the element. */
export function scriptText(node: JsonLd): string {
  return JSON.stringify(node)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function claimNode({ id, text }: Claim, publicAddress: string | undefined): JsonLd {
  return { '@type': 'Claim', ...at(publicAddress, `/claims/${id}`), text, inLanguage: LANGUAGE };
}

function citationOf({ authors, year, title, journal, doi, url, kind }: AuthoredSource): JsonLd {
  return {
    '@type': kind === 'article' ? 'ScholarlyArticle' : kind === 'book' ? 'Book' : 'CreativeWork',
    name: title,
    author: { '@type': 'Organization', name: authors },
    ...(year ? { datePublished: String(year) } : {}),
    ...(journal ? { isPartOf: { '@type': 'Periodical', name: journal } } : {}),
    ...(doi ? { sameAs: `https://doi.org/${doi}` } : url ? { sameAs: url } : {}),
  };
}

function at(publicAddress: string | undefined, path: string): JsonLd {
  return publicAddress === undefined
    ? {}
    : { '@id': `${publicAddress}${path}`, url: `${publicAddress}${path}` };
}

function oldest(dates: readonly LocalDate[]): LocalDate {
  return dates.reduce((least, date) => (date < least ? date : least), dates[0] ?? '');
}
