export { type AccountPage, accountPage } from './account-page.ts';
export { type ClaimDeskPage, type ClaimsPage, claimDeskPage, claimsPage } from './claim-desk-pages.ts';
export {
  type CommentedPage,
  type CommentSection,
  type CommentsPage,
  commentSection,
  commentsPage,
  type SentPage,
  sentPage,
} from './comment-pages.ts';
export type { DeskPage } from './desk-frame.ts';
export { type LogPage, logPage } from './log-page.ts';
export { type MinePage, minePage, type RepliesPage, repliesPage, sayingPage } from './mine-pages.ts';
export type { DeskFrame, Emergency, Hitch } from './parts.ts';
export { type DecidePage, decidePage, type Queued, type QueuePage, queuePage } from './queue-pages.ts';
export { type ReportDeskPage, type ReportsPage, reportDeskPage, reportsPage } from './report-desk-pages.ts';
export {
  type FollowPage,
  followPage,
  type ReportPage,
  type ReportSentPage,
  reportPage,
  reportSentPage,
} from './report-pages.ts';
export { type SignInPage, signInPage } from './sign-in-page.ts';
export { DESK_WORDS, type DeskWords, deskEnglish, deskFrench } from './words/index.ts';
