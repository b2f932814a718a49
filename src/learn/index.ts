export { type Balance, balanceOf, type ReviewState, reviewState } from './balance.ts';
export { compileGuide } from './compile-guide.ts';
export {
  articleClaims,
  type Block,
  claimById,
  claimsOf,
  type Guide,
  type GuidePage,
  guidePageById,
  pageAbout,
  type Review,
  withReviews,
} from './guide.ts';
export {
  type Hit,
  LONGEST_QUERY,
  type Piece,
  type SearchIndex,
  search,
  searchIndexOf,
  textOf,
} from './search.ts';
export { VERDICT_NAMES, VERDICT_RATINGS } from './verdicts.ts';
