export { type ClaimPage, claimPage } from './claim-page.ts';
export { type GuidePageView, guidePage } from './guide-page.ts';
export { claimsPage, guideIndexPage, type SearchPage, searchPage, verdictsPage } from './index-pages.ts';
export type { GuideView } from './parts.ts';
